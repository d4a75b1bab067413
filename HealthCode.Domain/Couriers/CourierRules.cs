using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>报送的规则: for making packages in the office and for accepting them in the township.</summary>
public static class CourierRules
{
    /// <summary>Maximum number of days in a package.</summary>
    public const int MostDays = 92;

    /// <summary>Maximum number of packages of an office.</summary>
    public const int MostPackages = 99_999;

    /// <summary>After a restore of an old backup a receipt may name newer packages than the server knows; this is the limit.</summary>
    public const int MostAhead = 1_000;

    /// <summary>Upper bound of every daily figure.</summary>
    public const int MostOfADay = 1_000_000;

    /// <summary>The first day is not after the last, and the last not in the future.</summary>
    public static Rule DaysInOrder { get; } = new("courier-days", "报送的日期要从早到晚，最晚到今天。", "DECISIONS.md D34");

    /// <summary>A package covers at most <see cref="MostDays"/> days.</summary>
    public static Rule NotTooLong { get; } = new("courier-length", "一个包最多报 92 天，请分几次报。", "DECISIONS.md D34");

    /// <summary>A day that was sent complete is sent again only as 更正.</summary>
    public static Rule NotSentBefore { get; } = new("courier-sent", "有的日子已经报过。要更正，请勾选“更正”，乡镇会用这次的数字换掉上次的：", "DECISIONS.md D34");

    /// <summary>The ledger is sent only encrypted, so the township's key is needed.</summary>
    public static Rule LedgerHasReader { get; } = new("courier-ledger-key", "要附台账，请先导入乡镇的收件密钥文件：台账只有乡镇能打开。", "个人信息保护法 第五十一条；DECISIONS.md D34");

    /// <summary>The ledger holds names and numbers, so a reason is required.</summary>
    public static Rule LedgerHasReason { get; } = new("courier-ledger-reason", "附台账请写明原因。", "个人信息保护法 第五十一条；DECISIONS.md D34");

    /// <summary>The imported key must belong to a unit superior to the office.</summary>
    public static Rule KeyIsFromAbove { get; } = new("courier-key-above", "这个单位不是本村居的上级，没有导入：", "DECISIONS.md D34");

    /// <summary>A file must be chosen.</summary>
    public static Rule FileIsChosen { get; } = new("courier-file", "请先选择文件，再点按钮。", "DECISIONS.md D34");

    /// <summary>The file is a township's key file.</summary>
    public static Rule IsKeyFile { get; } = new("courier-key-file", "这不是收件密钥文件。请乡镇在“接收报送包”页面重新导出。", "DECISIONS.md D34");

    /// <summary>The file is a package.</summary>
    public static Rule IsPackage { get; } = new("courier-package", "这不是报送包。请选择村居在“报送”页面下载的文件。", "DECISIONS.md D34");

    /// <summary>The file is a receipt.</summary>
    public static Rule IsReceipt { get; } = new("courier-receipt", "这不是回执文件。请选择乡镇在“接收报送包”页面下载的回执。", "DECISIONS.md D34");

    /// <summary>The file has exactly the length its parts declare.</summary>
    public static Rule IsWhole { get; } = new("courier-whole", "文件不完整，可能没有拷完。请重新拷一份。", "DECISIONS.md D34");

    /// <summary>Only the format version this program writes is accepted.</summary>
    public static Rule IsThisVersion { get; } = new("courier-version", "文件格式和本机程序的不一样，没有导入：", "DECISIONS.md D34");

    /// <summary>The content of the file must be consistent.</summary>
    public static Rule IsSound { get; } = new("courier-sound", "文件里的内容前后不一致，没有导入。请对方升级程序以后重新制作。", "DECISIONS.md D34");

    /// <summary>The office's trust file must have been imported.</summary>
    public static Rule OfficeIsTrusted { get; } = new("courier-office", "还没有导入这个村居的信任文件。请系统管理员在“签发密钥和信任名单”里导入，再来接收：", "DECISIONS.md D34、D35");

    /// <summary>The signing key must be in the trust list and valid on the day of creation.</summary>
    public static Rule KeyIsTrusted { get; } = new("courier-key", "信任名单里没有它用的密钥。请对方重新导出信任文件，由系统管理员导入，再来接收：", "DECISIONS.md D34、D35");

    /// <summary>The signing key must not be reported stolen.</summary>
    public static Rule KeyIsNotStolen { get; } = new("courier-key-stolen", "签它的密钥已经报失窃，没有导入。请对方用新密钥重新制作（勾选“更正”）：", "DECISIONS.md D34、D35");

    /// <summary>The signature must be valid for the trusted key.</summary>
    public static Rule SignatureHolds { get; } = new("courier-signature", "签名不对：文件在路上被改过，或者不是这个单位做的。没有导入，请打电话问对方。", "DECISIONS.md D34、D35");

    /// <summary>Packages of offices on this server are refused; their figures are already in the database.</summary>
    public static Rule IsFromElsewhere { get; } = new("courier-own", "这个村居就在本机上，数字已经有了，不用接收。", "DECISIONS.md D34");

    /// <summary>A township accepts only packages of its own villages.</summary>
    public static Rule IsWithinReach { get; } = new("courier-reach", "这个村居不归本单位管，没有导入。", "DECISIONS.md D34");

    /// <summary>The time of creation must not be in the future, except for a small clock difference.</summary>
    public static Rule IsNotFromTomorrow { get; } = new("courier-clock", "制作时间比现在还晚，没有导入。请检查两边电脑的日期。", "DECISIONS.md D34");

    /// <summary>A package is not counted twice. Displayed after 第 8 包.</summary>
    public static Rule IsNotRepeated { get; } = new("courier-repeated", "已经收过，没有重复计数。", "DECISIONS.md D34");

    /// <summary>A package number must not be reused with other content. Displayed after 第 8 包.</summary>
    public static Rule IsSameAsBefore { get; } = new("courier-same", "和以前收到的同一号的包不一样，没有导入：对方可能用旧备份恢复过。请打电话核对。", "DECISIONS.md D34");

    /// <summary>The receipt must be from a township whose key was imported.</summary>
    public static Rule ReaderIsKnown { get; } = new("courier-reader", "本机没有这个单位现在用的收件密钥，认不了它的回执。请先导入它的收件密钥文件。", "DECISIONS.md D34");

    /// <summary>A receipt raises the office's next package number, so its numbers are limited by <see cref="MostAhead"/>.</summary>
    public static Rule ReceiptIsNear { get; } = new("courier-receipt-near", "回执里的包号比本机做过的大得太多，没有导入。请打电话问乡镇。", "DECISIONS.md D34");

    /// <summary>The receipt must be for this office.</summary>
    public static Rule ReceiptIsOurs { get; } = new("courier-receipt-ours", "这是别的村居的回执。", "DECISIONS.md D34");

    /// <summary>Checks the period of a new package; empty if it may be sent.</summary>
    /// <param name="firstDay">The first day.</param>
    /// <param name="lastDay">The last day, inclusive.</param>
    /// <param name="corrects">更正: days already sent may be sent again.</param>
    /// <param name="sent">The packages the office has made.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<Breach> ValidateDays(DateOnly firstDay, DateOnly lastDay, bool corrects, IEnumerable<PackageSent> sent, DateOnly today)
    {
        if (firstDay > lastDay || lastDay > today)
        {
            return [DaysInOrder.Broken(field: CourierField.FirstDay)];
        }

        if (lastDay.DayNumber - firstDay.DayNumber >= MostDays)
        {
            return [NotTooLong.Broken(field: CourierField.FirstDay)];
        }

        var again = corrects ? [] : sent.SelectMany(package => package.FinishedDays).Where(day => day >= firstDay && day <= lastDay).Distinct().Order().ToList();
        return again.Count == 0 ? [] : [NotSentBefore.Broken(string.Join('、', again.Take(5).Select(day => day.ChineseShort())) + (again.Count > 5 ? "等" : "") + "。", CourierField.Corrects)];
    }
}

/// <summary>报送包的栏.</summary>
public enum CourierField
{
    /// <summary>从哪天起.</summary>
    FirstDay,

    /// <summary>更正.</summary>
    Corrects,

    /// <summary>附台账.</summary>
    WithLedger,
}
