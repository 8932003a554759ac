// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "fundctl",
    products: [.executable(name: "fundctl", targets: ["fundctl"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "Storage", dependencies: [.product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "ReferenceData"),
        .target(
            name: "TabularImport",
            dependencies: ["ReferenceData", .product(name: "Yams", package: "Yams")]),
        .target(name: "AuditTrail", dependencies: ["Storage", "COpenSSL"]),
        .target(name: "FundLedger", dependencies: ["AuditTrail", "ReferenceData", "TabularImport"]),
        .target(name: "EmployerServices", dependencies: ["AuditTrail", "ReferenceData", "TabularImport"]),
        .executableTarget(
            name: "fundctl",
            dependencies: [
                "FundLedger", "EmployerServices", "AuditTrail", "TabularImport", "ReferenceData", "Storage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "judging-benchmark", dependencies: ["FundLedger", "AuditTrail", "ReferenceData"],
            path: "Benchmarks/Judging"),
        .testTarget(name: "StorageTests", dependencies: ["Storage"]),
        .testTarget(name: "ReferenceDataTests", dependencies: ["ReferenceData"]),
        .testTarget(name: "TabularImportTests", dependencies: ["TabularImport"]),
        .testTarget(name: "AuditTrailTests", dependencies: ["AuditTrail"]),
        .testTarget(name: "FundLedgerTests", dependencies: ["FundLedger", "EmployerServices"]),
        .testTarget(name: "EmployerServicesTests", dependencies: ["EmployerServices"]),
        .testTarget(name: "FundctlTests", dependencies: ["fundctl"]),
        .testTarget(name: "FuzzTests", dependencies: ["AuditTrail", "TabularImport"], exclude: ["Corpus"]),
        .testTarget(name: "EndToEndTests", dependencies: ["fundctl"], exclude: ["Sessions"]),
    ],
    swiftLanguageModes: [.v6]
)
