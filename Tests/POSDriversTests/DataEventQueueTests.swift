import CardFormats
import PointOfService
import Testing

@Suite struct `The queue of data events` {
    private func card(_ number: Int) -> CardEvent { .number(.swiped("\(number)")) }
    private let fault = CardEvent.fault(DeviceTrouble(.unreliable, sentence: "It failed.", wayOut: "Replug it."))

    @Test func `delivers each event once, in order`() {
        var queue = DataEventQueue()
        queue.enqueue(card(1))
        queue.enqueue(.retry(.blank, .swiped))
        #expect(queue.dataCount == 2)
        #expect(queue.deliver() == card(1))
        #expect(queue.deliver() == .retry(.blank, .swiped))
        #expect(queue.deliver() == nil)
    }

    @Test func `lets faults overtake cards and no other fault`() {
        var queue = DataEventQueue()
        queue.enqueue(card(1))
        queue.enqueue(fault)
        queue.enqueue(.fault(DeviceTrouble(.unplugged, sentence: "It is gone.", wayOut: "Plug it in.")))
        #expect(queue.deliver() == fault)
        #expect(queue.deliver()?.sentence == "It is gone.")
        #expect(queue.deliver() == card(1))
    }

    @Test func `throws input of a disabled device away, but no fault`() {
        var queue = DataEventQueue()
        queue.enqueue(card(1))
        queue.isDeviceEnabled = false
        queue.enqueue(card(2))
        queue.enqueue(fault)
        queue.isDeviceEnabled = true
        #expect(queue.deliver() == fault)
        #expect(queue.deliver() == nil)
    }

    @Test func `disables the device after a card when it is to`() {
        var queue = DataEventQueue()
        queue.autoDisable = true
        queue.enqueue(card(1))
        queue.enqueue(card(2))
        #expect(queue.deliver() == card(1))
        #expect(!queue.isDeviceEnabled)
        #expect(queue.deliver() == nil)
    }

    @Test func `keeps events while it is frozen and forgets them when cleared`() {
        var queue = DataEventQueue()
        queue.freezeEvents = true
        queue.enqueue(card(1))
        #expect(queue.deliver() == nil)
        queue.freezeEvents = false
        #expect(queue.deliver() == card(1))
        queue.enqueue(card(2))
        queue.clearInput()
        #expect(queue.dataCount == 0)
    }

    @Test func `keeps the newest cards when nobody asks`() {
        var queue = DataEventQueue()
        queue.enqueue(fault)
        for number in 0..<40 { queue.enqueue(card(number)) }
        #expect(queue.dataCount == DataEventQueue.capacity)
        #expect(queue.deliver() == fault)
        #expect(queue.deliver() == card(40 - DataEventQueue.capacity + 1))
    }
}
