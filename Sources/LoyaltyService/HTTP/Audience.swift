import LoyaltyModel

/// Who may call a route. Every route names its audience; the manager belongs to each but the kiosk's own.
enum Audience: Sendable, Hashable {
    /// Everybody, signed in or not.
    case anyone
    /// These roles and nobody else.
    case roles(Set<Role>)

    /// Whether it is open to a role.
    func admits(_ role: Role) -> Bool {
        switch self {
        case .anyone: true
        case .roles(let roles): roles.contains(role)
        }
    }

    /// Everybody who is signed in or has a token.
    static let signedIn = Audience.roles(Set(Role.allCases))
    /// Where members are served: tills, cashiers, the card desk.
    static let counter = Audience.roles([.till, .cashier, .cardDesk, .manager])
    /// Where cards are made.
    static let cardDesk = Audience.roles([.cardDesk, .manager])
    /// Where sales are made, by program or by hand.
    static let till = Audience.roles([.till, .cashier, .manager])
    /// Staff of every kind at a screen.
    static let staff = Audience.roles([.cashier, .cardDesk, .manager, .auditor])
    /// The owner.
    static let manager = Audience.roles([.manager])
    /// Who reads the books.
    static let books = Audience.roles([.manager, .auditor])
    /// Who watches how the service does.
    static let watchers = Audience.roles([.till, .manager, .auditor])
    /// The members' own screen.
    static let kiosk = Audience.roles([.kiosk])
    /// Everybody who listens to devices.
    static let listeners = Audience.roles([.till, .cashier, .cardDesk, .manager, .kiosk])
}
