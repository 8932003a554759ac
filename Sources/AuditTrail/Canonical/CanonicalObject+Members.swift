extension CanonicalObject {
    /// The string of a member. Refuses: E-REC-006 (missing), E-REC-008 (not a string).
    public func string(_ name: String) throws -> String { try required(optionalString(name), name) }

    /// The string of a member, nil where there is none. Refuses: E-REC-008 (not a string).
    public func optionalString(_ name: String) throws -> String? { try self[name]?.asString(name) }

    /// The integer of a member. Refuses: E-REC-006, E-REC-008, E-REC-009 (not the one spelling of an integer).
    public func integer(_ name: String) throws -> Int64 { try required(optionalInteger(name), name) }

    /// The integer of a member, nil where there is none. Refuses: E-REC-008, E-REC-009.
    public func optionalInteger(_ name: String) throws -> Int64? { try self[name]?.asInteger(name) }

    /// The array of a member. Refuses: E-REC-006, E-REC-008.
    public func array(_ name: String) throws -> [CanonicalValue] { try required(optionalArray(name), name) }

    /// The array of a member, nil where there is none. Refuses: E-REC-008.
    public func optionalArray(_ name: String) throws -> [CanonicalValue]? { try self[name]?.asArray(name) }

    /// The object of a member. Refuses: E-REC-006, E-REC-008.
    public func object(_ name: String) throws -> CanonicalObject { try required(optionalObject(name), name) }

    /// The object of a member, nil where there is none. Refuses: E-REC-008.
    public func optionalObject(_ name: String) throws -> CanonicalObject? { try self[name]?.asObject(name) }

    private func required<Value>(_ value: Value?, _ name: String) throws -> Value {
        guard let value else { throw AuditError(.recordMemberMissing, ["member": name]) }
        return value
    }
}

extension CanonicalValue {
    /// The string, or E-REC-008 that names `path` as the member.
    @inline(__always)
    func asString(_ path: @autoclosure () -> String) throws -> String {
        guard case .string(let text) = self else { throw CanonicalValue.shape(path(), "string") }
        return text
    }

    /// The integer that the string spells, or E-REC-008 or E-REC-009 that names `path` as the member.
    @inline(__always)
    func asInteger(_ path: @autoclosure () -> String) throws -> Int64 {
        guard let value = CanonicalInteger.parse(try asString(path())) else {
            throw AuditError(.recordMemberInteger, ["member": path()])
        }
        return value
    }

    /// The elements, or E-REC-008 that names `path` as the member.
    @inline(__always)
    func asArray(_ path: @autoclosure () -> String) throws -> [CanonicalValue] {
        guard case .array(let elements) = self else { throw CanonicalValue.shape(path(), "array") }
        return elements
    }

    /// The object, or E-REC-008 that names `path` as the member.
    @inline(__always)
    func asObject(_ path: @autoclosure () -> String) throws -> CanonicalObject {
        guard case .object(let object) = self else { throw CanonicalValue.shape(path(), "object") }
        return object
    }

    private static func shape(_ path: String, _ expected: String) -> AuditError {
        AuditError(.recordMemberShape, ["member": path, "expected": expected])
    }
}
