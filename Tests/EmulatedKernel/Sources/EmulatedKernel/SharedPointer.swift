/// A pointer that the emulator's and umockdev's threads use.
///
/// `@unchecked Sendable`: objects of umockdev are counted atomically and called under a lock of ours; a URB belongs to the emulator
/// from its submission to its reaping, as it belongs to the kernel.
struct SharedPointer<Pointer>: @unchecked Sendable {
    let raw: Pointer
}
