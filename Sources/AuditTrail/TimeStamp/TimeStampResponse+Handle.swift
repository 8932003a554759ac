import COpenSSL

extension TimeStampResponse {
    /// libcrypto's form of a response, freed with it.
    final class Handle {
        let response: OpaquePointer

        /// Refuses: E-TSP-003.
        init(_ bytes: [UInt8]) throws {
            guard DERForm.isOneElement(bytes) else { throw TimeStampError(.responseMalformed) }
            let response = bytes.withUnsafeBufferPointer { buffer in
                var place = buffer.baseAddress
                return d2i_TS_RESP(nil, &place, buffer.count)
            }
            guard let response else {
                ERR_clear_error()
                throw TimeStampError(.responseMalformed)
            }
            self.response = response
        }

        deinit { TS_RESP_free(response) }

        /// Refuses: E-TSP-004.
        func requireGranted() throws {
            let info = TS_RESP_get_status_info(response)
            let status = ASN1_INTEGER_get(info.flatMap { TS_STATUS_INFO_get0_status($0) })
            guard status != Int(TS_STATUS_GRANTED), status != Int(TS_STATUS_GRANTED_WITH_MODS) else { return }
            let words = info.flatMap { fundctl_status_text($0) }.map { TimeStampResponse.bytes(of: $0) } ?? []
            throw TimeStampError(
                .responseRejected,
                ["status": String(status), "detail": String(decoding: words.prefix(200), as: UTF8.self)])
        }
    }

    /// One signer signed the token, whose certificate is for time-stamps alone, is the one that the token names, and leads
    /// to a self-signed certificate of these, all of them valid at the token's own time. Refuses: E-TSP-007.
    func requireSigned(under certificates: TimeStampCertificates) throws {
        guard let context = TS_VERIFY_CTX_new() else { throw CryptoLibrary.failure("time-stamp check") }
        // It frees the store and the list that it is given.
        defer { TS_VERIFY_CTX_free(context) }
        TS_VERIFY_CTX_set_flags(context, Int32(TS_VFY_VERSION | TS_VFY_SIGNATURE))
        TS_VERIFY_CTX_set_store(context, try certificates.store(at: seconds))
        TS_VERIFY_CTX_set_certs(context, try certificates.list())
        guard TS_RESP_verify_response(context, handle.response) == 1 else {
            throw TimeStampError(.tokenInvalid, ["time": time, "detail": CryptoLibrary.takeReason()])
        }
    }
}
