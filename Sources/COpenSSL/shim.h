#ifndef FUNDCTL_COPENSSL_SHIM_H
#define FUNDCTL_COPENSSL_SHIM_H

// The low-level SHA-256 calls are marked deprecated since 3.0, but they are the only ones that hash a
// short text without an allocation and a provider look-up; the functions below are their only users.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

/// SHA-256 of `length` bytes, into 32 bytes at `out`.
static inline void fundctl_sha256(const void *data, size_t length, void *out) {
    SHA256_CTX context;
    SHA256_Init(&context);
    if (length > 0) SHA256_Update(&context, data, length);
    SHA256_Final((unsigned char *)out, &context);
}

/// SHA-256 of one byte and then `length` bytes, into 32 bytes at `out`.
static inline void fundctl_sha256_prefixed(unsigned char prefix, const void *data, size_t length, void *out) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, &prefix, 1);
    if (length > 0) SHA256_Update(&context, data, length);
    SHA256_Final((unsigned char *)out, &context);
}

/// SHA-256 of one byte, 32 bytes and 32 bytes, into 32 bytes at `out`.
static inline void fundctl_sha256_pair(unsigned char prefix, const void *left, const void *right, void *out) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, &prefix, 1);
    SHA256_Update(&context, left, 32);
    SHA256_Update(&context, right, 32);
    SHA256_Final((unsigned char *)out, &context);
}

// Stacks of certificates and of texts, which libcrypto offers as macros only.

/// A new, empty list of certificates; NULL without memory.
static inline STACK_OF(X509) *fundctl_certificates_new(void) { return sk_X509_new_null(); }

/// Adds a certificate, which the list shares with its other owners. 1 where it is done.
static inline int fundctl_certificates_add(STACK_OF(X509) *list, X509 *certificate) {
    if (!X509_up_ref(certificate)) return 0;
    if (sk_X509_push(list, certificate) > 0) return 1;
    X509_free(certificate);
    return 0;
}

static inline void fundctl_certificates_free(STACK_OF(X509) *list) { sk_X509_pop_free(list, X509_free); }

/// The first text of a status, NULL where it has none; it stays the status's own.
static inline const ASN1_STRING *fundctl_status_text(const TS_STATUS_INFO *status) {
    const STACK_OF(ASN1_UTF8STRING) *texts = TS_STATUS_INFO_get0_text(status);
    return texts != NULL && sk_ASN1_UTF8STRING_num(texts) > 0 ? sk_ASN1_UTF8STRING_value(texts, 0) : NULL;
}

#endif
