import PrinterFormats

/// One layer of a face in dots: how light each is, 0 black…255 white, and how far it covers what lies below, 0…255.
struct LayerPicture {
    let width: Int
    let height: Int
    private(set) var light: [UInt8]
    private(set) var cover: [UInt8]

    /// From Cairo's 32-bit dots: blue, green, red, alpha on our little-endian machines, colours already multiplied by alpha. Lightness is that of ITU-R BT.709.
    init(width: Int, height: Int, argb: UnsafePointer<UInt8>, pitch: Int) {
        self.width = width
        self.height = height
        light = Array(repeating: 255, count: width * height)
        cover = Array(repeating: 0, count: width * height)
        for y in 0..<height {
            let row = UnsafeRawPointer(argb + y * pitch).assumingMemoryBound(to: UInt32.self)
            for x in 0..<width where row[x] != 0 {
                let dot = row[x]
                let alpha = dot >> 24
                let colour = (((dot >> 16) & 0xFF) &* 54 &+ ((dot >> 8) & 0xFF) &* 183 &+ (dot & 0xFF) &* 19) >> 8
                light[y * width + x] = UInt8(clamping: colour &+ 255 &- alpha)
                cover[y * width + x] = UInt8(truncatingIfNeeded: alpha)
            }
        }
    }

    /// Grey for tests and for pictures that come from elsewhere: everything covered.
    init(width: Int, height: Int, light: [UInt8]) {
        self.width = width
        self.height = height
        self.light = light
        cover = Array(repeating: 255, count: light.count)
    }

    /// What is darker than the half.
    var dark: Bitmap { bitmap { $0 < 128 } }

    /// What is drawn and lighter than the half.
    var bright: Bitmap { bitmap { $0 >= 128 } }

    private func bitmap(_ isWanted: (UInt8) -> Bool) -> Bitmap {
        var bitmap = Bitmap(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width where cover[y * width + x] >= 128 && isWanted(light[y * width + x]) { bitmap[x, y] = true }
        }
        return bitmap
    }

    /// Grey as dots: R. W. Floyd and L. Steinberg, An Adaptive Algorithm for Spatial Greyscale (1976), every second row from right to left, in integers.
    ///
    /// What is all white stays white and what is all black stays black, so that edges are clean.
    var dithered: Bitmap {
        var bitmap = Bitmap(width: width, height: height)
        var errors = [Int32](repeating: 0, count: width + 2)
        for y in 0..<height {
            var next = [Int32](repeating: 0, count: width + 2)
            let step = y & 1 == 0 ? 1 : -1
            var x = step > 0 ? 0 : width - 1
            while x >= 0, x < width {
                let grey = Int32(light[y * width + x])
                defer { x += step }
                if grey == 255 { continue }
                let wanted = grey == 0 ? 0 : grey + errors[x + 1] / 16
                let isBlack = wanted < 128
                if isBlack { bitmap[x, y] = true }
                guard grey > 0 else { continue }
                let error = wanted - (isBlack ? 0 : 255)
                errors[x + 1 + step] += error * 7
                next[x + 1 - step] += error * 3
                next[x + 1] += error * 5
                next[x + 1 + step] += error
            }
            errors = next
        }
        return bitmap
    }
}
