import Testing

@testable import AuditTrail

/// Seals that nobody's program makes, each signed by a person who may: every member is judged by itself.
@Suite struct SealJudgementTests {
    /// A seal before it is signed.
    struct Draft {
        var register: Digest
        var batch: Int64
        var first: Int64
        var count: Int64
        var rootBefore: Digest
        var rootAfter: Digest
        var contentRoot: Digest
        var idempotencyKey = "a-fresh-request"
        var siblings: [BatchSealed.Sibling] = []
        var time = "2026-06-01T00:00:00Z"

        /// What the batch under way is rightly sealed with.
        init(_ session: RegisterSession) throws {
            let open = try #require(session.openBatch)
            register = session.register.id
            batch = session.register.batches + 1
            first = open.first
            count = open.count
            rootBefore = open.rootBefore
            rootAfter = session.register.root
            contentRoot = open.content.root()
        }

        func signed(by key: PrivateKey, claiming claimed: PrivateKey? = nil) throws -> BatchSealed {
            var seal = BatchSealed(
                register: register, batch: batch, first: first, count: count, rootBefore: rootBefore,
                rootAfter: rootAfter, contentRoot: contentRoot, contentHash: SHA256.empty,
                idempotencyKey: idempotencyKey, key: (claimed ?? key).publicKey, siblings: siblings, time: time)
            seal.signature = try key.sign(seal.signedText())
            return seal
        }
    }

    /// What a seal of two notes is refused with, once changed.
    private func refusal(
        by key: PrivateKey = TestBook.key("anne"), claiming claimed: PrivateKey? = nil,
        _ change: (inout Draft) throws -> Void = { _ in }
    ) throws -> AuditError? {
        let book = try TestBook()
        try book.post(1)
        return try book.write { session in
            try session.append(NotePosted("n", 1))
            try session.append(NotePosted("n", 2))
            var draft = try Draft(session)
            try change(&draft)
            do {
                try draft.signed(by: key, claiming: claimed).judge(in: session, at: session.register.size + 1)
                return nil
            } catch let error as AuditError { return error }
        }
    }

    private func member(_ change: (inout Draft) throws -> Void) throws -> String? {
        let error = try refusal(change)
        #expect(error == nil || error?.code == .sealMismatch)
        return error?.parameters["member"]
    }

    @Test func aSealOfWhatIsThereIsTaken() throws {
        #expect(try refusal() == nil)
        #expect(try refusal(by: TestBook.key("bruno")) == nil)
    }

    @Test func itsNumbersAreThoseOfTheBatch() throws {
        for step: Int64 in [-1, 1] {
            #expect(try member { $0.batch += step } == "batch")
            #expect(try member { $0.first += step } == "first")
            #expect(try member { $0.count += step } == "count")
        }
    }

    @Test func itsRegisterAndRootsAreThoseOfTheTree() throws {
        let other = SHA256.empty
        #expect(try member { $0.register = other } == "register")
        #expect(try member { $0.contentRoot = other } == "content_root")
        #expect(try member { $0.contentRoot = $0.rootAfter } == "content_root")
        #expect(try member { $0.rootBefore = other } == "root_before")
        #expect(try member { $0.rootAfter = other } == "root_after")
        #expect(try member { $0.rootAfter = $0.rootBefore } == "root_after")
    }

    @Test func timeDoesNotRunBackwards() throws {
        #expect(try member { $0.time = "2026-05-01T00:01:59Z" } == "time")
        #expect(try member { $0.time = "2026-05-01T00:02:00Z" } == nil)
        #expect(try member { $0.time = "2026-05-01T00:02:01Z" } == nil)
    }

    @Test func aRequestIsSealedOnce() throws {
        #expect(try member { $0.idempotencyKey = "command-2" } == "idempotency_key")
        #expect(try member { $0.idempotencyKey = "command-3" } == nil)
    }

    @Test func siblingsAscendAndAreOthers() throws {
        func siblings(_ registers: [Digest]) -> [BatchSealed.Sibling] {
            registers.map { BatchSealed.Sibling(register: $0, batch: 1, contentRoot: SHA256.empty) }
        }
        let two = [SHA256.hash([1]), SHA256.hash([2])].sorted()
        #expect(try member { $0.siblings = siblings([two[0]]) } == nil)
        #expect(try member { $0.siblings = siblings(two) } == nil)
        #expect(try member { $0.siblings = siblings(two.reversed()) } == "siblings")
        #expect(try member { $0.siblings = siblings([two[0], two[0]]) } == "siblings")
        #expect(try member { $0.siblings = siblings([$0.register]) } == "siblings")
        #expect(try member { $0.siblings = siblings((two + [$0.register]).sorted()) } == "siblings")
    }

    @Test func itIsSignedByThePersonWhoseKeyItNames() throws {
        let (anne, mallory) = (TestBook.key("anne"), TestBook.key("mallory"))
        #expect(try refusal(by: mallory, claiming: anne)?.code == .sealSignature)
        #expect(try refusal(by: mallory)?.code == .keyUnknown)
    }

    @Test func thereIsNoSealWithoutABatch() throws {
        let book = try TestBook()
        let (seal, session) = try book.write { session in
            try session.append(NotePosted("n", 1))
            return (try Draft(session).signed(by: TestBook.key("anne")), session)
        }
        #expect(session.openBatch == nil)
        for judgement in [session.judgeNumbers(of:), session.judgePlace(of:), session.judgeAuthority(of:)] {
            let error = #expect(throws: AuditError.self) { try judgement(seal) }
            #expect(error?.code == .sealMismatch)
        }
        try session.judgeContent(of: seal)
    }
}
