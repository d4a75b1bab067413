namespace HealthCode.Domain.People;

/// <summary>证件核对规则: code and message of each check of a document number.</summary>
internal static class IdentityDocumentRules
{
    public static DocumentFault Empty(IdentityDocumentKind kind) => new("paper-empty",
        $"没有填写{kind.ChineseName()}号码，请照证件填写；确实没有证件的，证件类型请选“无证件”并写明原因。");

    public static DocumentFault TooLong(int length) => new("paper-too-long",
        $"证件号码太长（{length} 个字符），请核对是否粘贴了别的内容。");

    public static DocumentFault Character(int position, int codePoint) => new("paper-character",
        $"证件号码第 {position} 个字符 {Characters.Show(codePoint)} 不是数字或字母，请核对第 {position} 个字符并重新录入。");

    public static DocumentFault Length18(IdentityDocumentKind kind, int length) => new("id18-length",
        $"{kind.ChineseName()}号码应为 18 位，现在是 {length} 位，请核对是否漏录或多录。");

    public static DocumentFault Digits18(IReadOnlyList<int> positions) => new("id18-digit",
        $"第 {string.Join('、', positions)} 位不是数字，请核对第 {string.Join('、', positions)} 位。");

    public static DocumentFault Last18(char last) => new("id18-last",
        $"第 18 位“{last}”既不是数字也不是 X，请核对第 18 位。");

    public static DocumentFault BirthImpossible(string digits) => new("id18-birth",
        $"第 7 至 14 位“{digits}”不是真实存在的日期，请核对第 7 至 14 位（出生日期）。");

    public static DocumentFault BirthTooEarly(DateOnly birth) => new("id18-birth-early",
        $"出生日期 {Chinese(birth)}早于 1900年1月1日，请核对第 7 至 10 位（出生年份）。");

    public static DocumentFault BirthInFuture(DateOnly birth) => new("id18-birth-future",
        $"出生日期 {Chinese(birth)}晚于今天，请核对第 7 至 14 位（出生日期）和本机日期。");

    public static DocumentFault Province(string prefix) => new("id18-province",
        $"前两位“{prefix}”不是任何省份的代码，请核对第 1、2 位。");

    public static DocumentFault OtherKind(string prefix, IdentityDocumentKind chosen, IdentityDocumentKind right) => new("id18-kind",
        $"“{prefix}”开头的号码不是{chosen.ChineseName()}的号码，像是{right.ChineseName()}；请核对证件类型和第 1、2 位。");

    public static DocumentFault Check18(char expected, char found) => new("id18-check",
        $"第 18 位校验码不符：按前 17 位计算应为 {expected}，现在是 {found}。请先核对第 18 位；第 18 位无误的，前 17 位必有录错，请逐位核对。");

    public static DocumentFault Centenarian15() => new("id15-sequence",
        "15 位号码的末三位是 995 至 999，原留给 1900 年以前出生的老人，不能自动换算，请查户口簿上的 18 位号码后填写。");

    // Separate message, because positions in a 15-digit number differ from those in its 18 digits.
    public static DocumentFault Birth15(string digits) => new("id15-birth",
        $"15 位号码的第 7 至 12 位“{digits}”不是真实存在的日期，请核对第 7 至 12 位（出生日期）。");

    public static DocumentFault ForeignShape(int length) => new("foreign-shape",
        $"外国人永久居留身份证号码应为 18 位（9 开头）或旧版 15 位（3 个字母加 12 个数字），现在是 {length} 位，请核对位数和字母。");

    public static DocumentFault ForeignOldKind(IdentityDocumentKind chosen) => new("foreign-kind",
        $"3 个字母加 12 个数字不是{chosen.ChineseName()}的号码，像是旧版外国人永久居留身份证；请核对证件类型。");

    public static DocumentFault ForeignBirth(string digits) => new("foreign-birth",
        $"第 8 至 13 位“{digits}”不是真实存在的日期，请核对第 8 至 13 位（出生日期）。");

    public static DocumentFault PassportShape(int length) => new("passport-shape",
        $"护照号码应为 5 至 17 位字母和数字，现在是 {length} 位，请核对护照号码。");

    public static DocumentFault BirthCertificateShape() => new("birth-certificate-shape",
        "出生医学证明编号应为 1 个字母加 9 个数字，请核对字母和位数。");

    public static DocumentFault NoneReason() => new("none-reason",
        "证件类型选了“无证件”，请写明没有证件的原因。", DocumentField.Reason);

    public static DocumentFault ReasonTooLong(int length) => new("reason-too-long",
        $"原因太长（{length} 个字符），请缩短到 {IdentityDocumentReader.LongestReason} 个字符以内。", DocumentField.Reason);

    public static DocumentFault ReasonCharacter(int codePoint) => new("reason-character",
        $"原因里有不能保存的字符 {Characters.Show(codePoint)}，请删去后重新录入。", DocumentField.Reason);

    public static DocumentFault SaveReason() => new("save-reason",
        "核对无误需要强制保存的，请写明原因。", DocumentField.Reason);

    public static DocumentFault SaveShape() => new("save-shape",
        $"强制保存的号码应为 {IdentityDocumentReader.ShortestForced} 至 {IdentityDocument.LongestNumber} 位字母或数字，请照证件重新录入。");

    public static string Fifteen(IdentityDocumentKind kind) => kind == IdentityDocumentKind.ResidentIdCard
        ? "这是第一代身份证的 15 位号码，第一代身份证自 2013年1月1日起停用；已换算为 18 位，请与户口簿或第二代身份证核对。"
        : "这是 15 位旧号码，已换算为 18 位，请与户口簿核对。";

    public static string ForeignCheck(char expected, char found) =>
        $"旧版外国人永久居留身份证第 15 位校验码按规则应为 {expected}，现在是 {found}，请核对一遍；核对无误的可以办理。";

    public static string NumberLeftOut() => "证件类型选了“无证件”，所填号码没有保存；如有证件，请改选证件类型。";

    public static string Skipped(DocumentFault fault) => $"已强制保存，未通过的核对：{fault.Sentence}";

    public static string ForcedFaultless() =>
        "这个号码没有差错，强制保存不改变号码是谁的：一个号码只有一张有效的卡。确实两人同号、对方的卡还有效的，证件类型请选“无证件”，原因写明重号。";

    private static string Chinese(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";
}
