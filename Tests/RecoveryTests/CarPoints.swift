/// What a member of the club has for a number of cars bought directly (KM-04, KM-06 … KM-10, A-KM-1, A-KM-16), profile not completed.
enum CarPoints {
    static func balance(cars: Int) -> Int {
        guard cars > 0 else { return 0 }
        return 30 + (1...cars).reduce(0) { $0 + earned(byCar: $1) }
    }

    private static func earned(byCar rank: Int) -> Int {
        switch rank {
        case 1: 60
        case 2: 120
        case 3: 180
        case 4...10: 40
        case 11...20: 20
        default: 0
        }
    }
}
