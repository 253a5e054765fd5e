/// The labels of pages, slips and the command line. A label has no gaps.
public enum ScreenKey: String, Sendable, Hashable, Codable, CaseIterable {
    // The house.
    case title, till, cardDesk, kiosk, devices, virtualDevices, language, settings, exampleFigures, offline, offlineAdvice, online, connecting
    // Access: signing in, setting up, staff and machines.
    case signIn, signOut, lockScreen, screenLocked, whoAreYou, somebodyElse, noStaffYet, pin, pinAgain, newPin, deleteDigit, orSwipeStaffCard, menu
    case setUp, setUpWelcome, setUpAdvice, setUpClosed, yourName, becomeManager, staff, staffAndMachines, people, machines, addPerson
    case addMachine, accessRole, roleTill, roleCashier, roleCardDesk, roleManager, roleKiosk, roleAuditor, lastSeen, neverSeen, endAccess, accessEnded
    case staffCard, assignStaffCard, swipeStaffCardNow, takeStaffCardAway, token, tokenShownOnce, copyToken, pairKiosk, kioskToken
    case makeThisAKiosk, makeThisAKioskAdvice, homePage
    // Who stands at the till.
    case swipeOrScan, swipeAgain, cardNumber, typeCardNumber, phone, search, member, visitor, noCard, forgetMember, tier, points, waitingPoints
    case balance, history, benefits, card
    // Joining.
    case newMember, join, name, formOfAddress, birthday, recruitedBy, introducedBy, earlierTickets, save
    // The ticket.
    case ticket, ticketNumber, item, category, quantity, unitPrice, listPrice, discount, total, youPay, willEarn, rule, addLine, removeLine, clear
    case takePayment, sold, newTicket, sayBefore, sayAfter, tasks, notes, cardPayment
    // Returns.
    case returnGoods, voidTicket, unitsBack, refund, returned, voided
    // Benefits.
    case request, requestApproval, approve, refuse, requested, underReview, approved, refused
    // The card desk.
    case cardJobs, noCardJobs, firstCard, exchangeCard, reissueCard, oldCardIn, withoutOldCard, lost, damaged, neverIssued, allowedBy, preview, printCard
    case printAgain, readBack, cancel, confirm, printerFault, reportLost, oldCard, newCard, cardDeskIdle, feeAtTill
    case handOver, since, writeStripe, drawTwice, stripeWritten, whatToDo, typeItAnyway, cardsInHand
    // Where a card job stands.
    case awaitingOldCard, readyToPrint, printing, spoiled, printed, done, cancelled
    // What a card is worth.
    case cardPending, cardValid, cardReplaced, cardLost, cardUnused
    // The kiosk.
    case kioskInvitation, kioskHello, kioskYourPoints, kioskYourTier, kioskNextTier, kioskGives, kioskTop, kioskYourBenefits, kioskLatest, kioskOnRequest
    case kioskPaidThrough, kioskDone, kioskPrint, kioskPrinted, kioskNotPrinted, kioskType, kioskDigits, kioskDelete, kioskShow, kioskClearsIn, kioskStay
    case kioskCleared, kioskReaderGone, kioskNoReader, kioskSwipeAgain, kioskNotShown, kioskPaymentCard, kioskProgress, kioskPending
    // The owner's page.
    case office, officeLiability, officeMembers, officePoints, officeDeposits, officeDiscounts, officeGreetings, officeBusyCards, officeCardEntries
    case officeCashiersCards, officeHouseCards, officePaidBack, officeChoices, officeMonth, officeAll, officeFigure, officeValue, officeOutstanding
    case officeDeposited, officeSpent, officeLines, officeKind, officeBegun, officeSpoiled, officeOccasion, officeDue, officeSent, officeFestival
    case officeNews, officeTickets, officeRegisters, officeCashiers, officeCashier, officeShareOfCard, officeNobodyNamed, officeSwiped
    case officeScanned, officeKeyed, officeByPhone, officeByAccount, officeKeyedShare, officeSoldOn, officePointsBack, officeDepositBack
    case officeSetting, officeExpects, officeQuestion, officeAnswer, officeOtherAnswers, officePeriod, officeThreeMonths, officeYear, officeTwoYears
    case officeAsTable, officeSpreadsheet, officeAsOf, officeNothing, officeNoneMissing, officeLoading, officeBusiness, officeLens, officeRules
    case officeShowRules, officeNewTable, officeNewSettings, officeFromFile, officeRehearse, officeFaults, officeColumn, officeFound
    case officeRestShown, officeWhere, officeTable
    // Devices.
    case reader, stripeReader, barcodeScanner, printer, printerGone, noDevices, ready, busy
    case stripeWriter, swipeCard, scanCode, openCover, closeCover, takePaperOut, putPaperIn, plugIn, pullOut, paper
    // The installer's page of devices.
    case deviceID, workplace, everywhere, usbNumber, socket, dataSheet, notOurs
    // Slips.
    case receipt, statement, storedMoney, noEntries, comingDeductions, queuePlace, priority, benefitRequest, signature
    // Kinds of no, and what to do.
    case problem, wayOut, retry, refusal, fault, tryAgain, close, back, yes, no
    // Words for facts.
    case date, amount, reason, programme, currency, details, version
    // Till, benefit desk and front desk.
    case frontDesk, benefitDesk, firstVisit, tierByRecruits, nextDeduction, pendingPoints, paidThrough, payWithPoints, useAll, payFromDeposit, loadDeposit
    case gifts, giveGift, shopPrice, payFee, conditionMet, level, usualLevel, raiseTask, addendum, passes, usePass, unitsLeft, noPasses, visitorNumber
    case neverAskAgain, notNow, keptNumbers, lookItUp, forgetIt, cardJustRead, readOutFirst, nothingLost, printReceipt, printStatement, printSlip
    case sentToPrinter, howWasIt, stars, thanksNoted, agreesTo, occasionBirthday, occasionFestival, occasionNews, categoryCosmetics, openRequests
    case toTellRequests, toldRequests, newRequest, askedOn, mayAskFrom, decideBy, dueDate, invitationIssued, paidInFull, scheme, capacityFilled
    case announcedFrom, announcedThrough, notKnown, examine, tellCustomer, decidedOn, toldOn, managerDecides, callInTrouble, internalOnly
    case publicNumber, showMore, noRequests, nothingToRequest, swipeFirst, overdue, prices, priceQuestion, pausedNow, backOn, visits, logVisit
    case servedBy, todaysVisits, membersServed, atLeast, noVisits, wordsTakenIn, opinion, suggestion, complaint, callBack, essence, contact
    case callBackAt, timeOfDay, takeIn, waitsForManager, outcome, settle, adopted, nothingWaits, issuePass, passKind, passFor, certificate, seasonTicket, units
    case lastDay, passUsable, passUsedUp, passEnded, pickUps, whatIsBooked, book, handItOver, directory, topic, queue, printPlace
    // More of the pages.
    case profile, completeProfile, recruits, cost, tornCard
    // The tables' words for goods, and their marks.
    case categoryVehicle, categoryAccessory, categoryInsurance, categoryPlates, categoryShoes, categoryService, categoryProduct, categoryOther
    case flagDirect, flagSecondHand, flagSpecial
    // The rehearsal of a table.
    case rehearsal, rehearsalOfHistory, tableBefore, tableAfter, tableChange, tableOnTheDay, tableSettled, memberCount, tierMoves, membersRise
    case membersFall, pointsOwed, pointsWorth, pointsGained, pointsLost, giftsOwed, exchangesDue, exchangesNew, discountsOfYear, mostGaining
    case mostLosing, figuresMissing, salesCount, salesPaid, pointsIssued, pointsRedeemed, pointsLapsedInAll, eventsRefused, refusedOtherwise
    case historyLine
}
