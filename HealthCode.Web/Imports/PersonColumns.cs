namespace HealthCode.Web.Imports;

/// <summary>人员栏 — the columns that say who it is, alike on every sheet.</summary>
internal static class PersonColumns
{
    public const string Name = "姓名";
    public const string Sex = "性别";
    public const string BirthDate = "出生日期";
    public const string PaperKind = "证件类型";
    public const string PaperNumber = "证件号码";
    public const string Reason = "无证件或强制保存的原因";
    public const string Force = "强制保存";

    public static ImportColumn OfName { get; } = new(Name, 12, true, "照证件填写。少数民族姓名的分隔点写“·”。");

    public static ImportColumn OfSex { get; } = new(Sex, 6, false, "有身份证号码的可以不填。", false, Choices(Words.Sexes));

    public static ImportColumn OfBirthDate { get; } = new(BirthDate, 13, false, "公历，例如 19480229。有身份证号码的可以不填。");

    public static ImportColumn OfNumber { get; } = new(PaperNumber, 22, false, "18 位或旧的 15 位。单元格须为文本格式。", true);

    public static ImportColumn OfReason { get; } = new(Reason, 24, false, "没有证件，或号码经核对无误仍通不过核对时，写明原因。");

    public static ImportColumn OfForce { get; } = new(Force, 10, false, "号码经核对无误仍通不过核对的，填“是”，并写明原因。", false, Choices(Words.Answers));

    /// <summary>The kind of paper, with what a blank cell means.</summary>
    public static ImportColumn OfKind(string usual) => new(PaperKind, 14, false, $"不填就是{usual}。", false, Choices(Words.Papers));

    /// <summary>The words of a list, for the template.</summary>
    public static string[] Choices<T>(IReadOnlyList<(string Word, T Value)> words) => [.. words.DistinctBy(each => each.Value).Select(each => each.Word)];
}
