import Testing

@testable import CardFormats

struct SensitiveBytesTests {
    @Test func `bytes are kept up to the capacity and not beyond`() {
        var buffer = SensitiveBytes(capacity: 4)
        let isKept = buffer.append([1, 2, 3].span)
        let isOverrun = !buffer.append([4, 5].span)
        let contents = buffer.withSpan { span in (0..<span.count).map { span[$0] } }
        #expect(isKept && isOverrun && contents == [1, 2, 3])
    }

    @Test func `a wiped buffer holds zeros alone`() {
        var buffer = SensitiveBytes(capacity: 4)
        _ = buffer.append([1, 2, 3].span)
        let isFull = !buffer.isZero
        buffer.wipe()
        let isZero = buffer.isZero
        #expect(isFull && isZero)
    }

    @Test func `a report is wiped as soon as it is understood, torn or dropped`() throws {
        var assembler = ReportAssembler(try descriptor(Descriptors.magtek))
        let report = Swipe("", ";9001000000000012?").magtek
        let first = Array(report.prefix(64))
        var steps = [assembler.receive(report.span, at: .zero)]
        var wiped = [assembler.isWiped]
        assembler.wipe()
        wiped.append(assembler.isWiped)
        steps.append(assembler.receive(first.span, at: .zero))
        wiped.append(assembler.isWiped)
        steps.append(assembler.receive([1, 2].span, at: .zero))
        wiped.append(assembler.isWiped)
        steps.append(assembler.receive(first.span, at: .zero))
        let isDropped = assembler.dropStale(at: .seconds(3), limit: .seconds(2))
        wiped.append(assembler.isWiped)
        #expect(steps == [.complete(id: 0), .needMore, .cutOff, .needMore])
        #expect(wiped == [false, true, false, true, true] && isDropped)
    }
}
