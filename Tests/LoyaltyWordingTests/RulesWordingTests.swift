import LoyaltyModel
import LoyaltyRules
import Testing

@testable import LoyaltyWording

/// The sentences that the rules really make, from programmes that use every kind of row.
@Suite struct RulesWordingTests {
    @Test(arguments: Language.allCases)
    func `the rules fill every gap of what they say, with the kind of value it takes`(language: Language) throws {
        let phrases = try RuleSpeech.phrases()
        for phrase in phrases {
            for (gap, kind) in phrase.key.gaps {
                #expect(phrase.values[gap].map { PhraseGap($0) } == kind, "\(phrase.key) \(gap)")
            }
            #expect(!Catalogue(language).text(phrase).contains("‹"), "\(phrase.key)")
        }
    }

    @Test func `the sample programmes make every sentence of prices, points and speech that the rules know`() throws {
        let said = Set(try RuleSpeech.phrases().map(\.key))
        let expected: Set<PhraseKey> = [
            .tierTakesOff, .tierPays, .extraOnBirthday, .extraOnFestival, .costFloorTrimmed, .costUnknown, .specialExcluded, .needsApproval,
            .approvalUndecided, .pointsForJoining, .pointsForProfile, .pointsForOrdinal, .pointsForSpend, .correction, .sayWelcome, .sayBalance,
            .sayBalanceWaiting, .sayEarned, .sayNewBalance, .sayTierReached, .sayThanks, .sayVisitor,
        ]
        #expect(expected.isSubset(of: said), "missing: \(expected.subtracting(said))")
    }
}
