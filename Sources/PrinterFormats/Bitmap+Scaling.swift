extension Bitmap {
    /// A smaller copy of the given width, its height in proportion.
    ///
    /// Each new dot is black when at least half of the area it stands for was black. Rounding: the height half up, at least 1 dot.
    /// A width that is not smaller gives the picture itself.
    public func scaledDown(toWidth narrow: Int) -> Bitmap {
        guard narrow > 0, narrow < width, height > 0 else { return self }
        var small = Bitmap(width: narrow, height: max(1, (height * narrow * 2 + width) / (width * 2)))
        for y in 0..<small.height {
            let top = y * height / small.height
            let rows = top..<max(top + 1, (y + 1) * height / small.height)
            for x in 0..<narrow {
                let left = x * width / narrow
                let columns = left..<max(left + 1, (x + 1) * width / narrow)
                let ink = rows.reduce(0) { sum, row in sum + columns.count { self[$0, row] } }
                small[x, y] = ink * 2 >= rows.count * columns.count
            }
        }
        return small
    }
}
