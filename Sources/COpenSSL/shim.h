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

#endif
