import PrinterFormats
import Testing

@Suite struct BitmapTests {
    /// A picture without any symmetry, the same on every run.
    private func noise(width: Int, height: Int) -> Bitmap {
        var bitmap = Bitmap(width: width, height: height)
        var seed: UInt32 = 2_463_534_242
        for y in 0..<height {
            for x in 0..<width {
                seed ^= seed << 13
                seed ^= seed >> 17
                seed ^= seed << 5
                bitmap[x, y] = seed & 3 == 0
            }
        }
        return bitmap
    }

    @Test func `the leftmost dot is the highest bit of the first byte`() {
        var bitmap = Bitmap(width: 9, height: 2)
        bitmap[0, 0] = true
        bitmap[8, 1] = true
        #expect(bitmap.stride == 2)
        #expect(bitmap.bytes == [0x80, 0x00, 0x00, 0x80])
    }

    @Test func `a dot outside is white and cannot be written`() {
        var bitmap = Bitmap(width: 3, height: 3)
        bitmap[3, 0] = true
        bitmap[0, -1] = true
        bitmap[-1, 5] = true
        #expect(bitmap.inkCount == 0)
        #expect(!bitmap[3, 0])
        #expect(!bitmap[Int.max, Int.min])
    }

    @Test func `bits right of the last column are cleared, so equal pictures are equal`() throws {
        let received = try #require(Bitmap(width: 4, height: 2, bytes: [0xFF, 0x0F]))
        var drawn = Bitmap(width: 4, height: 2)
        drawn.fill(DotRectangle(x: 0, y: 0, width: 4, height: 1))
        #expect(received == drawn)
        #expect(received.bytes == [0xF0, 0x00])
    }

    @Test(arguments: [(4, 2, 1), (4, 2, 3), (-1, 2, 0), (65_536, 1, 8192)])
    func `bytes that are not whole rows make no bitmap`(width: Int, height: Int, count: Int) {
        #expect(Bitmap(width: width, height: height, bytes: Array(repeating: 0, count: count)) == nil)
    }

    @Test func `filling agrees with setting each dot, at every edge`() {
        for x in -3...20 {
            for width in -1...22 {
                var filled = Bitmap(width: 19, height: 3)
                var set = filled
                filled.fill(DotRectangle(x: x, y: 1, width: width, height: 9))
                for column in x..<max(x, x + width) { for row in 1..<10 { set[column, row] = true } }
                #expect(filled == set)
            }
        }
    }

    @Test func `round corners are the same in all four corners, and as far from the centre as asked`() {
        for (width, height, radius) in [(40, 30, 9), (16, 16, 8), (9, 30, 100), (12, 12, 0)] {
            var round = Bitmap(width: width + 4, height: height + 4)
            round.fillRounded(DotRectangle(x: 2, y: 2, width: width, height: height), radius: radius)
            #expect(round.inkBounds == DotRectangle(x: 2, y: 2, width: width, height: height))
            #expect(round.turnedClockwise().turnedClockwise() == round)
            for y in 0..<height { for x in 0..<width { #expect(round[x + 2, y + 2] == round[width + 1 - x, y + 2]) } }
            let shortened = min(radius, width / 2, height / 2)
            let missing = width * height - round.inkCount
            // Four corners lack (4 − π) r².
            #expect(abs(Double(missing) - 0.8584 * Double(shortened * shortened)) <= Double(4 * shortened))
        }
    }

    @Test func `toggled writing is black on white and white on black`() {
        var bitmap = Bitmap(width: 24, height: 4)
        bitmap.fill(DotRectangle(x: 0, y: 0, width: 12, height: 4))
        var writing = Bitmap(width: 12, height: 2)
        writing.fill(writing.bounds)
        bitmap.toggle(writing, x: 6, y: 1)
        #expect(!bitmap[6, 1] && !bitmap[11, 2] && bitmap[12, 1] && bitmap[17, 2] && bitmap[0, 1] && !bitmap[18, 1])
        bitmap.toggle(writing, x: 6, y: 1)
        #expect(bitmap.inkCount == 48)
    }

    @Test func `filling white takes out exactly the rectangle`() {
        var bitmap = Bitmap(width: 20, height: 4)
        bitmap.fill(bitmap.bounds)
        bitmap.fill(DotRectangle(x: 3, y: 1, width: 14, height: 2), black: false)
        #expect(bitmap.inkCount == 80 - 28)
        #expect(!bitmap[3, 1] && bitmap[2, 1] && !bitmap[16, 2] && bitmap[17, 2])
    }

    @Test func `drawing agrees with copying each black dot, at every place`() {
        let stamp = noise(width: 11, height: 5)
        for x in -12...24 {
            for y in [-6, -2, 0, 3, 7] {
                var drawn = Bitmap(width: 21, height: 6)
                var copied = drawn
                drawn.draw(stamp, x: x, y: y)
                for row in 0..<5 { for column in 0..<11 where stamp[column, row] { copied[x + column, y + row] = true } }
                #expect(drawn == copied)
            }
        }
    }

    @Test(arguments: [(1, 1), (8, 8), (7, 13), (16, 9), (685, 432), (1011, 638)])
    func `turning puts the left edge on top`(width: Int, height: Int) {
        let bitmap = noise(width: width, height: height)
        let turned = bitmap.turnedClockwise()
        #expect((turned.width, turned.height) == (height, width))
        var expected = Bitmap(width: height, height: width)
        for y in 0..<height { for x in 0..<width where bitmap[x, y] { expected[height - 1 - y, x] = true } }
        #expect(turned == expected)
    }

    @Test func `four turns are the picture again`() {
        let bitmap = noise(width: 61, height: 23)
        #expect(bitmap.turnedClockwise().turnedClockwise().turnedClockwise().turnedClockwise() == bitmap)
    }

    @Test func `a smaller copy keeps proportions and edges`() {
        var card = Bitmap(width: 432, height: 685)
        card.fill(DotRectangle(x: 0, y: 0, width: 216, height: 685))
        let slip = card.scaledDown(toWidth: 384)
        #expect((slip.width, slip.height) == (384, 609))
        #expect(slip.inkBounds == DotRectangle(x: 0, y: 0, width: 192, height: 609))
        #expect(card.scaledDown(toWidth: 432) == card)
    }

    @Test func `ink bounds are tight`() {
        var bitmap = Bitmap(width: 40, height: 10)
        #expect(bitmap.inkBounds == nil)
        bitmap[9, 3] = true
        bitmap[30, 7] = true
        #expect(bitmap.inkBounds == DotRectangle(x: 9, y: 3, width: 22, height: 5))
    }
}
