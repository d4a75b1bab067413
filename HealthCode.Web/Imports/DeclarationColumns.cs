using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Declarations;

namespace HealthCode.Web.Imports;

/// <summary>申报批量录入的栏 — the columns of the declaration form, in its order.</summary>
internal static class DeclarationColumns
{
    private static readonly string[] ShortWords = ["确诊或疑似", "密切接触者", "发热干咳乏力", "到过外省区", "接触高风险人员", "接触发热人员", "承诺立即报告", "承诺不聚集"];

    private static readonly Action<DeclarationInput, bool>[] Answers =
    [
        (form, yes) => form.Diagnosed = yes, (form, yes) => form.CloseContact = yes, (form, yes) => form.HadSymptoms = yes,
        (form, yes) => form.LeftNingxia = yes, (form, yes) => form.MetHighRisk = yes, (form, yes) => form.MetFeverish = yes,
        (form, yes) => form.WillReport = yes, (form, yes) => form.WillKeepAway = yes,
    ];

    /// <summary>All columns.</summary>
    public static IReadOnlyList<FormColumn> All { get; } =
    [
        FormColumn.Of(DeclarationField.Name, PersonColumns.OfName, (form, cell) => form.Name = cell),
        FormColumn.Of(DeclarationField.Sex, PersonColumns.OfSex, ImportVocabulary.Sexes, (form, sex) => form.Sex = sex),
        FormColumn.Of(DeclarationField.DocumentKind, PersonColumns.OfKind("居民身份证"), ImportVocabulary.Papers, (form, kind) => form.DocumentKind = kind),
        FormColumn.Of(DeclarationField.DocumentNumber, PersonColumns.OfNumber, (form, cell) => form.DocumentNumber = cell),
        FormColumn.Of(DeclarationField.BirthDate, PersonColumns.OfBirthDate, (form, cell) => form.BirthDate = cell),
        Phone(DeclarationField.Phone, "手机号码", "没有手机的留空。", (form, cell) => form.Phone = cell, "手机号", "手机", "联系电话", "电话", "电话号码", "本人电话"),
        FormColumn.Of(DeclarationField.PhoneOwner, "这是谁的号码", 12, "不填就是本人。", ImportVocabulary.PhoneOwners, (form, owner) => form.PhoneOwner = owner),
        .. Stay(0, ""),
        .. Stay(1, "之前"),
        Line(DeclarationField.DomicileAddress, "户籍地址", 36, "照户口簿填写。", (form, cell) => form.DomicileAddress = cell, "户籍所在地址", "户籍住址", "户口地址"),
        Line(DeclarationField.PermitAddress, "居住证地址", 30, "如有。", (form, cell) => form.PermitAddress = cell),
        FormColumn.Of(DeclarationField.TravelScope, "出行范围", 10, "出行到省内或省外。", ImportVocabulary.Scopes, (form, scope) => form.TravelScope = scope),
        Line(DeclarationField.Province, "目的地省", 16, "目的地。", (form, cell) => form.Province = cell),
        Line(DeclarationField.City, "目的地市", 14, "目的地。", (form, cell) => form.City = cell),
        Line(DeclarationField.County, "目的地县", 14, "县（市、区）。", (form, cell) => form.County = cell),
        Line(DeclarationField.Township, "目的地乡镇", 14, "乡镇（街道）。", (form, cell) => form.Township = cell),
        Line(DeclarationField.Village, "目的地村", 14, "村（小区）。", (form, cell) => form.Village = cell),
        Line(DeclarationField.House, "目的地门牌号", 14, "门牌号。", (form, cell) => form.House = cell, "门牌号", "门牌"),
        Day(DeclarationField.TravelOn, "出行日期", "例如 20200306。", (form, cell) => form.TravelOn = cell),
        FormColumn.Of(DeclarationField.Transport, "交通工具", 10, "坐公交、班车的写“其他”。", ImportVocabulary.Transports, (form, by) => form.Transport = by),
        Line(DeclarationField.Ride, "车次航班", 12, "车次、航班号，或“其他”是什么。", (form, cell) => form.Ride = cell, "车次", "航班号", "车次或航班号", "车次、航班号"),
        Line(DeclarationField.Seat, "座位号", 10, "如有。", (form, cell) => form.Seat = cell, "座位", "座号"),
        .. HealthQuestion.All.Select((question, i) => FormColumn.Of(
            question.Field,
            new(question.Mark + ShortWords[i], 12, false, "照纸上勾选填“是”或“否”，纸上空着的留空。", ImportColumnKind.Words, PersonColumns.Choices(ImportVocabulary.Answers))
            {
                FormHint = terms => question.TextIn(terms) + "。",
                // Former title, until 0.2.0.
                OtherTitles = question.Clause == RefusalClause.Returnee ? [.. RulePacks.All.Where(pack => pack.IssuesPasses).Select(pack => $"{question.Mark}到过{pack.Name}以外").Distinct()] : [],
            },
            ImportVocabulary.Answers, (form, yes) => Answers[i](form, yes))),
        FormColumn.Of(DeclarationField.Signature, "申报人签字", 12, "纸上签了字、按了手印，还是没有签。", ImportVocabulary.Signatures, (form, signature) => form.Signature = signature),
        Day(DeclarationField.SignedOn, "签字日期", "例如 20200305。", (form, cell) => form.SignedOn = cell),
        Line(DeclarationField.GuardianName, "监护人姓名", 12, "未满 14 周岁的必须填写。", (form, cell) => form.GuardianName = cell),
        Line(DeclarationField.GuardianRelation, "监护人与本人关系", 16, "例如 父亲。", (form, cell) => form.GuardianRelation = cell, "监护人与本人的关系"),
        Phone(DeclarationField.GuardianPhone, "监护人电话", "如有。", (form, cell) => form.GuardianPhone = cell, "监护人联系电话", "监护人手机", "监护人手机号码"),
        Line(DeclarationField.ScribeName, "代填人姓名", 12, "别人代写的填写。", (form, cell) => form.ScribeName = cell),
        Line(DeclarationField.ScribeRelation, "代填人与本人关系", 16, "例如 邻居、录入员。", (form, cell) => form.ScribeRelation = cell, "代填人与本人的关系"),
        FormColumn.Of(DeclarationField.ReadAloud, "已宣读", 8, "不识字的人，是否已向本人宣读申报内容和责任。", ImportVocabulary.Answers, (form, yes) => form.ReadAloud = yes),
        Line(DeclarationField.VillageGroup, "村民小组", 10, "例如 3组。", (form, cell) => form.VillageGroup = cell, [.. PersonColumns.GroupTitles]),
        Line(DeclarationField.SchoolClass, "学校班级", 16, "在校学生填写。", (form, cell) => form.SchoolClass = cell),
        FormColumn.Of(DeclarationField.Reason, "办卡缘由", 12, "只作统计。", ImportVocabulary.Reasons, (form, reason) => form.Reason = reason),
        FormColumn.Of(DeclarationField.SaveDocumentDespiteFault, PersonColumns.OfForce, ImportVocabulary.Answers, (form, yes) => form.SaveDocumentDespiteFault = yes),
        FormColumn.Of(DeclarationField.DocumentReason, PersonColumns.OfReason, (form, cell) => form.DocumentReason = cell),
    ];

    private static readonly Dictionary<Field, string> Titles = All.ToDictionary(each => each.Field, each => each.Column.Title);

    /// <summary>Title of the column for an error in a field; 姓名 for an error of the whole row.</summary>
    public static string TitleOf(Field? field) => field is not null && Titles.TryGetValue(field, out var title) ? title : PersonColumns.Name;

    private static FormColumn Line(
        Field field, string title, double width, string hint, Action<DeclarationInput, string> fill, params string[] otherTitles) =>
        FormColumn.Of(field, new(title, width, false, hint) { OtherTitles = otherTitles }, fill);

    private static FormColumn Phone(
        Field field, string title, string hint, Action<DeclarationInput, string> fill, params string[] otherTitles) =>
        FormColumn.Of(field, PersonColumns.OfPhone(title, hint, otherTitles), fill);

    private static FormColumn Day(Field field, string title, string hint, Action<DeclarationInput, string> fill) =>
        FormColumn.Of(field, new(title, 13, false, hint, ImportColumnKind.Day), fill);

    private static FormColumn[] Stay(int i, string word) =>
    [
        FormColumn.Of(
            new(DeclarationField.StayAddress, i + 1),
            new(word + "居住地址", 40, false, i == 0 ? "有两处的，这里写现在住的。" : "还住过别处的填写。")
            {
                FormHint = terms => i == 0 ? terms.StaysTitle + "；" : terms.LookBack,
                OtherTitles = i == 0 ? ["现居住地址", "现居住住址", "现住址", "住址", "家庭住址"] : [],
            },
            (form, cell) => form.Stays[i].Address = cell),
        Day(new(DeclarationField.StayFirstDay, i + 1), word + "住进日期", "从哪天住起，例如 20190101。", (form, cell) => form.Stays[i].FirstDay = cell),
        Day(new(DeclarationField.StayLastDay, i + 1), word + "住到日期", i == 0 ? "现在还住的留空。" : "住到哪天。", (form, cell) => form.Stays[i].LastDay = cell),
    ];
}
