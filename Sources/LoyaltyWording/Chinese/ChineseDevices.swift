import LoyaltyModel

extension Chinese {
    func advice(on condition: DeviceCondition) -> Advice {
        switch condition {
        case .unrecoverableError: Advice("打印机有故障。", "请关机再开机；若故障仍在，请联系维修。")
        case .cutterError: Advice("打印机的切刀卡住了。", "请打开机盖，取出碎纸，合上机盖，再关机开机。")
        case .recoverableError: Advice("打印机停了，多半是卡纸。", "请打开机盖，取出卡住的纸，合上机盖，按走纸键。")
        case .coverOpen: Advice("打印机的机盖开着。", "请合上机盖，听到咔嗒声为止。")
        case .paperEnd: Advice("打印机没纸了。", "请装上新纸卷，打印面朝上，合上机盖。")
        case .ribbonEnd: Advice("打印机的碳带用完了。", "请换上新碳带并合上盖子。")
        case .overheated: Advice("打印头过热。", "请等一分钟，冷却后会自动继续。")
        case .feeding: Advice("正在手动走纸。", "请松开走纸键。")
        case .waitingForRecovery: Advice("打印机出错后正在等待。", "请按走纸键；若没有反应，请关机再开机。")
        case .paused: Advice("打印机已暂停。", "请按打印机上的暂停键。")
        case .offline: Advice("打印机已脱机。", "请检查电源灯和机盖，再按走纸键或联机键。")
        case .paperNearEnd: Advice("纸快用完了。", "请备好新纸卷。")
        case .ready: Advice("打印机已就绪。", "")
        case .accessDenied: Advice("程序没有权限打开这台设备。", "请安装人员设置权限，然后重新插上设备。")
        case .inUse: Advice("另一个程序正在使用这台设备。", "请关闭那个程序，或联系技术支持。")
        case .unplugged: Advice("设备没有接上。", "请插好连接线。")
        case .notAnswering: Advice("设备没有反应。", "请关机再开机；若仍不行，请联系技术支持。")
        case .unreliable: Advice("与设备的连接时断时续。", "请换一根线或换一个插口。")
        case .wrongMode: Advice("设备处于程序不支持的模式。", "请安装人员重新设置。")
        case .cardDefective: Advice("这张卡上有两个不同的号码。", "请用手机号查找会员，补办新卡。")
        case .closed: Advice("程序已停用这台设备。", "请重试；若仍不行，请重启程序。")
        case .pictureRefused: Advice("这台打印机打印不了这张卡。", "请安装人员检查纸宽和分辨率。")
        case .unconfirmed: Advice("打印机无法确认卡是否已打出。", "打出来了就读卡；没有就重新打印。")
        }
    }
}
