import AuditTrail

/// The files that a step takes with `--document FILE`: copied beside the book first, then named by records, and taken away
/// again where those records are refused.
///
///     let attachments = Attachments(files, call: call, isDryRun: write.dryRun)
///     try attachments.holding { kept in
///         try call.write(request, to: book) { transaction in
///             let session = try transaction.register("fnf")
///             let hashes = try kept.record(in: session)      // the entry's `documents`
///             …
///         }
///     }
///
/// The fingerprint of the request (`WriteRequest.content`) should hold `kept.hashes`.
struct Attachments {
    private let files: [String]
    private let store: DocumentStore
    private let isDryRun: Bool

    init(_ files: [String], call: Invocation, isDryRun: Bool) {
        self.files = files
        store = DocumentStore(book: call.bookPath)
        self.isDryRun = isDryRun
    }

    /// Copies the files (a dry run only reads them) and runs `body`; where it throws, takes the new copies away.
    func holding<T>(_ body: (KeptAttachments) throws -> T) throws -> T {
        var kept: [KeptDocument] = []
        do {
            var documents: [(file: String, measure: DocumentMeasure)] = []
            for file in files {
                let measure: DocumentMeasure
                if isDryRun {
                    measure = try DocumentStore.measure(file)
                } else {
                    let document = try store.keep(file)
                    kept.append(document)
                    measure = document.measure
                }
                documents.append((file, measure))
            }
            return try body(KeptAttachments(documents: documents))
        } catch {
            kept.forEach(store.discard)
            throw error
        }
    }
}

/// Files that lie beside the book and wait for their records.
struct KeptAttachments {
    let documents: [(file: String, measure: DocumentMeasure)]

    /// Their SHA-256, each once, in the order given.
    var hashes: [String] {
        var seen: Set<String> = []
        return documents.map(\.measure.sha256.hex).filter { seen.insert($0).inserted }
    }

    /// Adds those that the register does not know yet. Returns `hashes`.
    func record(in session: RegisterSession) throws -> [String] {
        for document in documents where try !session.knowsDocument(document.measure.sha256.hex) {
            try session.append(
                DocumentAdded(
                    name: DocumentName.of(document.file), sha256: document.measure.sha256, size: document.measure.size,
                    type: MediaType.of(document.file)))
        }
        return hashes
    }
}

/// The name under which a file is recorded.
enum DocumentName {
    /// The last part of its path.
    static func of(_ file: String) -> String {
        file.split(separator: "/").last.map(String.init) ?? file
    }
}

/// Media types by the end of a file's name (IANA registry); anything else is bytes.
enum MediaType {
    static func of(_ file: String) -> String {
        let name = DocumentName.of(file)
        guard let dot = name.lastIndex(of: ".") else { return unknown }
        return known[name[name.index(after: dot)...].lowercased()] ?? unknown
    }

    /// Whether a text has the form of a media type: `application/pdf`.
    static func isType(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 127 else { return false }
        return parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C } }
    }

    private static let unknown = "application/octet-stream"
    private static let known: [String: String] = [
        "csv": "text/csv", "doc": "application/msword",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "eml": "message/rfc822",
        "gif": "image/gif", "htm": "text/html", "html": "text/html", "jpeg": "image/jpeg", "jpg": "image/jpeg",
        "json": "application/json", "md": "text/markdown", "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odt": "application/vnd.oasis.opendocument.text", "pdf": "application/pdf", "png": "image/png",
        "rtf": "application/rtf", "tif": "image/tiff", "tiff": "image/tiff", "txt": "text/plain",
        "xls": "application/vnd.ms-excel",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xml": "application/xml",
        "yaml": "application/yaml", "yml": "application/yaml", "zip": "application/zip",
    ]
}
