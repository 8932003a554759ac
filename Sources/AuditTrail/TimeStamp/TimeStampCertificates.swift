import COpenSSL

/// Certificates of time-stamp authorities that an auditor trusts.
final class TimeStampCertificates {
    private var certificates: [OpaquePointer] = []

    /// Each file holds one certificate or more as PEM; text around them is passed over. Refuses: E-TSP-001.
    init(pem files: [[UInt8]]) throws {
        for (index, file) in files.enumerated() {
            let before = certificates.count
            guard try read(file), certificates.count > before else {
                throw TimeStampError(.certificatesUnreadable, ["number": String(index + 1)])
            }
        }
    }

    deinit { certificates.forEach(X509_free) }

    /// Whether everything that begins as a certificate is one.
    private func read(_ file: [UInt8]) throws -> Bool {
        try file.withUnsafeBytes { buffer in
            guard let bio = BIO_new_mem_buf(buffer.baseAddress, Int32(clamping: buffer.count)) else {
                throw CryptoLibrary.failure("reading of certificates")
            }
            defer {
                BIO_free(bio)
                ERR_clear_error()
            }
            while let certificate = PEM_read_bio_X509(bio, nil, nil, nil) { certificates.append(certificate) }
            let error = ERR_peek_last_error()
            return ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE
        }
    }

    /// A store that trusts these, judging at a time in seconds since 1970; the caller owns it.
    func store(at seconds: Int64) throws -> OpaquePointer {
        guard let store = X509_STORE_new() else { throw CryptoLibrary.failure("certificate store") }
        X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), time_t(seconds))
        for certificate in certificates where X509_STORE_add_cert(store, certificate) != 1 {
            X509_STORE_free(store)
            throw CryptoLibrary.failure("certificate store")
        }
        return store
    }

    /// All of them, for a token that travels without its signer's; the caller owns the list.
    func list() throws -> OpaquePointer {
        guard let list = fundctl_certificates_new() else { throw CryptoLibrary.failure("list of certificates") }
        for certificate in certificates where fundctl_certificates_add(list, certificate) != 1 {
            fundctl_certificates_free(list)
            throw CryptoLibrary.failure("list of certificates")
        }
        return list
    }
}
