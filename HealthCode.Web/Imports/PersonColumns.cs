using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>人员栏 — the columns that identify a person, the same in all imports.</summary>
internal static class PersonColumns
{
    public const string Name = "姓名";
    public const string Sex = "性别";
    public const string BirthDate = "出生日期";
    public const string DocumentKind = "证件类型";
    public const string DocumentNumber = "证件号码";
    public const string Reason = "无证件或强制保存的原因";
    public const string Force = "强制保存";

    /// <summary>Other titles of 村民小组.</summary>
    public static IReadOnlyList<string> GroupTitles { get; } = ["小组", "村组", "所在小组", "所属小组", "村小组", "居民小组", "村(居)民小组", "组别"];

    /// <summary>Other titles of 学校.</summary>
    public static IReadOnlyList<string> SchoolTitles { get; } = ["学校名称", "就读学校", "所在学校"];

    /// <summary>Other titles of 班级.</summary>
    public static IReadOnlyList<string> ClassTitles { get; } = ["所在班级", "就读班级", "年级班级"];

    public static ImportColumn OfName { get; } = new(Name, 12, true, "照证件填写。少数民族姓名的分隔点写“·”。")
    {
        OtherTitles = ["居民姓名", "人员姓名", "本人姓名", "名字"],
    };

    public static ImportColumn OfSex { get; } = new(Sex, 6, false, "有身份证号码的可以不填。", ImportColumnKind.Words, Choices(ImportVocabulary.Sexes));

    public static ImportColumn OfBirthDate { get; } = new(BirthDate, 13, false, "公历，例如 19480229。有身份证号码的可以不填。", ImportColumnKind.Day)
    {
        OtherTitles = ["出生年月日", "生日"],
    };

    public static ImportColumn OfNumber { get; } = new(DocumentNumber, 22, false, "18 位或旧的 15 位。单元格须为文本格式。", ImportColumnKind.DocumentNumber)
    {
        OtherTitles = ["身份证号码", "身份证号", "身份证", "证件号", "公民身份号码", "居民身份证号码", "居民身份证号", "身份证件号码"],
    };

    public static ImportColumn OfReason { get; } = new(Reason, 24, false, "没有证件，或号码经核对无误仍通不过核对时，写明原因。");

    public static ImportColumn OfForce { get; } = new(Force, 10, false, "号码经核对无误仍通不过核对的，填“是”，并写明原因。", ImportColumnKind.Words, Choices(ImportVocabulary.Answers));

    /// <summary>Title of the column for an error about the person; 姓名 for an error of the whole row.</summary>
    public static string TitleOf(Field? field) => field?.Name switch
    {
        RosterField.BirthDate => BirthDate,
        RosterField.Sex => Sex,
        RosterField.DocumentNumber => DocumentNumber,
        _ => Name,
    };

    /// <summary>The document type column; its hint names the default for a blank cell.</summary>
    public static ImportColumn OfKind(string usual) => new(DocumentKind, 14, false, $"不填就是{usual}。", ImportColumnKind.Words, Choices(ImportVocabulary.Papers))
    {
        OtherTitles = ["证件种类", "证件类别"],
    };

    /// <summary>A telephone column.</summary>
    public static ImportColumn OfPhone(string title, string hint, params string[] otherTitles) =>
        new(title, 15, false, hint, ImportColumnKind.Telephone) { OtherTitles = otherTitles };

    /// <summary>The first word of each value, for the template.</summary>
    public static string[] Choices<T>(IReadOnlyList<(string Word, T Value)> words) => [.. words.DistinctBy(each => each.Value).Select(each => each.Word)];
}
