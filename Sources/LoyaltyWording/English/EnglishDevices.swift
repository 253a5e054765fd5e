import LoyaltyModel

extension English {
    func advice(on condition: DeviceCondition) -> Advice {
        switch condition {
        case .unrecoverableError: Advice("The printer has a fault.", "Switch it off and on again; if the fault returns, call service.")
        case .cutterError: Advice("The printer's cutter is stuck.", "Open the cover, take out the scraps of paper, close it and switch the printer off and on.")
        case .recoverableError: Advice("The printer has stopped, often because of jammed paper.", "Open the cover, clear the paper, close it and press feed.")
        case .coverOpen: Advice("The printer's cover is open.", "Close it until it clicks.")
        case .paperEnd: Advice("The printer is out of paper.", "Put in a new roll, printing side up, and close the cover.")
        case .ribbonEnd: Advice("The printer's ribbon is used up.", "Put in a new ribbon and close the cover.")
        case .overheated: Advice("The print head is too hot.", "Wait a minute; it goes on by itself.")
        case .feeding: Advice("Somebody is feeding paper by hand.", "Let go of the feed button.")
        case .waitingForRecovery: Advice("The printer is waiting after an error.", "Press feed; if nothing happens, switch it off and on.")
        case .paused: Advice("The printer is paused.", "Press its pause button.")
        case .offline: Advice("The printer is offline.", "Check its power lamp and its cover, then press the feed or online button.")
        case .paperNearEnd: Advice("The paper roll is nearly used up.", "Keep a new roll at hand.")
        case .ready: Advice("The printer is ready.", "")
        case .accessDenied: Advice("The program may not open the device.", "Have the installer set its access rights, then plug it in again.")
        case .inUse: Advice("Another program is using the device.", "Close that program, or call support.")
        case .unplugged: Advice("The device is unplugged.", "Plug its cable in.")
        case .notAnswering: Advice("The device is not answering.", "Switch it off and on; if that does not help, call support.")
        case .unreliable: Advice("The connection to the device keeps breaking.", "Try another cable or another socket.")
        case .wrongMode: Advice("The device is set to a mode the program does not use.", "Have the installer set it up again.")
        case .cardDefective: Advice("The card carries two different numbers.", "Look the member up by phone and print a new card.")
        case .closed: Advice("The program has let go of the device.", "Try again; if that does not help, restart the program.")
        case .pictureRefused: Advice("This printer cannot print the card.", "Have the installer check its paper width and resolution.")
        case .unconfirmed: Advice("The printer cannot say whether the card came out.", "If it did, read it back; if not, print again.")
        }
    }
}
