extension CanonicalObject {
    /// Reads an object of known members, and refuses any other: what decodes a record's kind uses it.
    ///
    ///     var reader = CanonicalObject.Reader(object)
    ///     let account = try reader.string("account")
    ///     let amount_cents = try reader.integer("amount_cents")
    ///     let memo = try reader.optionalString("memo")
    ///     try reader.finish()
    ///
    /// A member that is absent, or of another shape, is refused when it is asked for (E-REC-006, E-REC-008, E-REC-009),
    /// a member that nobody asked for at the end (E-REC-007). Refusals name the member by its path from the record:
    /// `postings[3].account`. Members may be asked for in any order; ascending costs least.
    public struct Reader: Sendable {
        /// The object being read.
        public let object: CanonicalObject
        private let parent: String
        private let index: Int?
        /// Whether public keys are taken as written, also those that are refused.
        let keysAsWritten: Bool
        private var isRead: [Bool]
        private var next = 0

        /// `path`: where the object lies in its record; empty for the record itself.
        public init(_ object: CanonicalObject, path: String = "") {
            self.init(object, parent: path, index: nil, keysAsWritten: false)
        }

        /// A reader of a record.
        init(_ object: CanonicalObject, keysAsWritten: Bool) {
            self.init(object, parent: "", index: nil, keysAsWritten: keysAsWritten)
        }

        /// An element of an array at `parent`. The path is put together only for a refusal.
        private init(_ object: CanonicalObject, parent: String, index: Int?, keysAsWritten: Bool) {
            self.object = object
            self.parent = parent
            self.index = index
            self.keysAsWritten = keysAsWritten
            isRead = [Bool](repeating: false, count: object.members.count)
        }

        /// The path of a member of this object, as refusals name it.
        public func path(_ name: String) -> String {
            if let index { return "\(parent)[\(index)].\(name)" }
            return parent.isEmpty ? name : "\(parent).\(name)"
        }

        /// Whether the object has such a member. Does not count as asking for it.
        public func has(_ name: String) -> Bool { object[name] != nil }

        /// A string.
        public mutating func string(_ name: String) throws -> String { try required(name).asString(path(name)) }
        /// A string, nil where the member is absent.
        public mutating func optionalString(_ name: String) throws -> String? { try value(name)?.asString(path(name)) }

        /// An integer in its one spelling.
        public mutating func integer(_ name: String) throws -> Int64 { try required(name).asInteger(path(name)) }
        /// An integer, nil where the member is absent.
        public mutating func optionalInteger(_ name: String) throws -> Int64? {
            try value(name)?.asInteger(path(name))
        }

        /// An array.
        public mutating func array(_ name: String) throws -> [CanonicalValue] { try required(name).asArray(path(name)) }
        /// An array, nil where the member is absent.
        public mutating func optionalArray(_ name: String) throws -> [CanonicalValue]? {
            try value(name)?.asArray(path(name))
        }

        /// An object whose names are data, or which another decoder reads whole.
        public mutating func object(_ name: String) throws -> CanonicalObject {
            try required(name).asObject(path(name))
        }
        /// An object, nil where the member is absent.
        public mutating func optionalObject(_ name: String) throws -> CanonicalObject? {
            try value(name)?.asObject(path(name))
        }

        /// A reader of a member that is an object. Its own `finish` is to be called.
        public mutating func reader(_ name: String) throws -> Reader {
            Reader(try object(name), parent: path(name), index: nil, keysAsWritten: keysAsWritten)
        }

        /// An array of strings.
        public mutating func strings(_ name: String) throws -> [String] {
            let elements = try array(name)
            return try elements.indices.map { try elements[$0].asString("\(path(name))[\($0)]") }
        }

        /// Readers of the objects of an array. The `finish` of each is to be called.
        public mutating func readers(_ name: String) throws -> [Reader] {
            let elements = try array(name)
            let path = path(name)
            return try elements.indices.map {
                Reader(
                    try elements[$0].asObject("\(path)[\($0)]"), parent: path, index: $0, keysAsWritten: keysAsWritten)
            }
        }

        /// Refuses a member that was not asked for: E-REC-007.
        public func finish() throws {
            guard let unread = isRead.firstIndex(of: false) else { return }
            throw AuditError(.recordMemberUnknown, ["member": path(object.members[unread].name)])
        }

        /// The value of a member, nil where there is none; counts as asked for. Searches on from the last one found.
        public mutating func value(_ name: String) -> CanonicalValue? {
            let members = object.members
            for step in 0..<members.count {
                let place = next + step < members.count ? next + step : next + step - members.count
                guard members[place].name == name else { continue }
                isRead[place] = true
                next = place + 1
                return members[place].value
            }
            return nil
        }

        private mutating func required(_ name: String) throws -> CanonicalValue {
            guard let value = value(name) else { throw AuditError(.recordMemberMissing, ["member": path(name)]) }
            return value
        }
    }
}
