import COpenSSL

/// What the files of this folder share of libcrypto's manners.
enum CryptoLibrary {
    /// The error for an operation that failed although its input was right; empties libcrypto's queue.
    static func failure(_ operation: String) -> AuditError {
        AuditError(.cryptoLibraryFailed, ["operation": operation, "detail": takeReason()])
    }

    /// Why the last operation failed, in libcrypto's words, empty where it says nothing; empties its queue.
    static func takeReason() -> String {
        var data: UnsafePointer<CChar>?
        var flags: Int32 = 0
        let number = ERR_peek_last_error_data(&data, &flags)
        defer { ERR_clear_error() }
        guard number != 0, let reason = ERR_reason_error_string(number) else { return "" }
        let more = flags & ERR_TXT_STRING != 0 ? data.map { String(cString: $0) } ?? "" : ""
        return String(cString: reason) + (more.isEmpty ? "" : ": " + more)
    }

    /// The DER bytes that an `i2d_` function writes.
    static func der(_ operation: String, _ write: (inout UnsafeMutablePointer<UInt8>?) -> Int32) throws -> [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        let length = write(&start)
        guard length > 0, let start else { throw failure(operation) }
        defer { CRYPTO_clear_free(start, Int(length), #fileID, #line) }
        return Array(UnsafeBufferPointer(start: start, count: Int(length)))
    }
}

/// Unpredictable bytes of libcrypto's generator, for the caller of the libraries to pass in.
public enum SecureRandom {
    /// This many random bytes. Refuses with E-KEY-018 when the system gives no entropy.
    public static func bytes(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw CryptoLibrary.failure("random bytes") }
        return bytes
    }
}
