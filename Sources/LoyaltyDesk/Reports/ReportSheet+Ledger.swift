import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// The reports that the journal answers by itself.
extension ReportSheet {
    func points(_ figures: JournalFigures) -> Report {
        let rows = months.map { month -> [Report.Cell] in
            let moved = figures.moved[month] ?? [:]
            return [
                .month(month), .points(moved[.earned] ?? 0), .points(0.clampedSubtracting(moved[.redeemed] ?? 0)),
                .points(0.clampedSubtracting(moved[.lapsed] ?? 0)), .points(figures.balance(of: .points, through: month)),
            ]
        }
        return report(
            .officePoints, Phrase(.notePoints),
            [
                column("month", .officeMonth, .month), column("issued", .pointsIssued, .points), column("redeemed", .pointsRedeemed, .points),
                column("lapsed", .pointsLapsedInAll, .points), column("outstanding", .officeOutstanding, .points),
            ], rows)
    }

    func deposits(_ figures: JournalFigures) -> Report {
        let rows =
            figures.moved.values.allSatisfy { $0[.deposited] == nil && $0[.paid] == nil }
            ? []
            : months.map { month -> [Report.Cell] in
                let moved = figures.moved[month] ?? [:]
                return [
                    .month(month), .money(moved[.deposited] ?? 0), .money(0.clampedSubtracting(moved[.paid] ?? 0)),
                    .money(figures.balance(of: .money, through: month)),
                ]
            }
        return report(
            .officeDeposits, Phrase(.notePoints),
            [
                column("month", .officeMonth, .month), column("deposited", .officeDeposited, .money), column("spent", .officeSpent, .money),
                column("on_deposit", .officeOutstanding, .money),
            ], rows)
    }

    func discounts(_ figures: JournalFigures) -> Report {
        let rows = months.flatMap { month in
            (figures.discounts[month] ?? [:]).sorted { $0.key < $1.key }.filter { $0.value != JournalFigures.RuleDiscount() }.map {
                [Report.Cell.month(month), .text($0.key.rawValue), .count($0.value.lines), .money($0.value.amount)]
            }
        }
        return report(
            .officeDiscounts, Phrase(.noteDiscounts),
            [
                column("month", .officeMonth, .month), column("rule", .rule, .text), column("lines", .officeLines, .count),
                column("amount", .discount, .money),
            ], rows)
    }

    func cardJobs(_ figures: JournalFigures) -> Report {
        let rows = months.flatMap { month in
            CardJob.Kind.allCases.compactMap { kind -> [Report.Cell]? in
                guard let cards = figures.cards[month]?[kind] else { return nil }
                return [
                    .month(month), .text(label(ScreenKey(kind))), .count(cards.begun), .count(cards.done), .count(cards.cancelled), .count(cards.spoiled),
                ]
            }
        }
        return report(
            .cardJobs, Phrase(.noteCardJobs),
            [
                column("month", .officeMonth, .month), column("kind", .officeKind, .text), column("begun", .officeBegun, .count),
                column("done", .done, .count), column("cancelled", .cancelled, .count), column("spoiled", .officeSpoiled, .count),
            ], rows)
    }

    func missing() -> Report {
        report(
            .figuresMissing, nil,
            [column("key", .officeSetting, .text), column("rule", .rule, .text), column("expects", .officeExpects, .text)],
            programme.missing.map { [.text($0.key), .text($0.rule.rawValue), .text($0.expects)] })
    }

    func choices() -> Report {
        report(
            .officeChoices, nil,
            [
                column("question", .officeQuestion, .text), column("asks", .details, .text), column("key", .officeSetting, .text),
                column("answer", .officeAnswer, .text), column("alternatives", .officeOtherAnswers, .text),
            ],
            programme.choices.map {
                [
                    .text($0.question), .text(speech($0.asks)), .text($0.key), .text($0.answer), .text($0.alternatives.joined(separator: "; ")),
                ]
            })
    }
}

extension ScreenKey {
    /// The label of what makes a message due.
    init(_ occasion: NoticeOccasion) {
        self =
            switch occasion {
            case .birthday: .birthday
            case .festival: .officeFestival
            case .news: .officeNews
            }
    }
}
