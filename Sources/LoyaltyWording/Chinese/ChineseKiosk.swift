extension Chinese {
    /// The labels of the members' own screen; nil for others.
    func kioskLabel(_ key: ScreenKey) -> String? {
        switch key {
        case .kioskInvitation: "请刷卡或扫描会员卡"
        case .kioskHello: "您好，"
        case .kioskYourPoints: "您的积分"
        case .kioskYourTier: "您的等级"
        case .kioskNextTier: "下一等级"
        case .kioskGives: "届时您可享受"
        case .kioskTop: "您已是最高等级。"
        case .kioskYourBenefits: "您可享受的权益"
        case .kioskLatest: "最近记录"
        case .kioskOnRequest: "需申请"
        case .kioskPaidThrough: "会费有效期至"
        case .kioskDone: "看完了"
        case .kioskPrint: "打印我的对账单"
        case .kioskPrinted: "对账单正在打印，请取走。"
        case .kioskNotPrinted: "对账单未能打印，请询问店员。"
        case .kioskType: "输入我的卡号"
        case .kioskDigits: "卡面上的号码"
        case .kioskDelete: "删除最后一位"
        case .kioskShow: "查询我的积分"
        case .kioskClearsIn: "距清屏秒数"
        case .kioskStay: "如需更多时间，请触摸屏幕。"
        case .kioskCleared: "屏幕已清空。"
        case .kioskReaderGone: "读卡器已断开，屏幕已清空。"
        case .kioskNoReader: "读卡器尚未就绪，请询问店员。"
        case .kioskSwipeAgain: "未读到卡，请匀速再刷一次。"
        case .kioskNotShown: "此卡无法在这里显示，请询问店员。"
        case .kioskPaymentCard: "这不是会员卡，未保存任何内容。请使用会员卡。"
        case .kioskProgress: "距下一等级的进度"
        case .kioskPending: "其中暂不可用"
        default: nil
        }
    }
}
