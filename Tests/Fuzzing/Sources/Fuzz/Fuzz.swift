import FuzzTargets
import Glibc

/// The target that the environment names, chosen once.
private let target = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) } ?? .report

/// libFuzzer's entry: an input that breaks a promise stops the run and is kept.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let broken = target.brokenPromise(Array(UnsafeBufferPointer(start: start, count: count))) else { return 0 }
    print("promise broken:", broken)
    abort()
}
