using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>居民名册 — imports the residents by household; importing a newer file updates the roster.</summary>
public sealed class ResidentImport : Import
{
    private const string FormerName = "曾用名";
    private const string Phone = "电话";
    private const string Address = "住址";
    private const string Household = "户号";
    private const string Relation = "与户主关系";
    private const string Group = "村民小组";
    private const string Worker = "网格员";
    private const string WorkerPhone = "网格员电话";
    private const string School = "学校";
    private const string Class = "班级";
    private const string Smartphone = "智能手机";
    private const string Needs = "特殊情况";
    private const string Note = "备注";
    private const int LongestAddress = 100;
    private const int LongestWord = 30;

    public override string Code => "residents";

    public override string Name => "居民名册";

    public override string Purpose => "全村居民、户、村民小组和网格员；再次导入就是更新，没写的栏保持原样。";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        PersonColumns.OfName, PersonColumns.OfSex, PersonColumns.OfKind("居民身份证"), PersonColumns.OfNumber, PersonColumns.OfBirthDate,
        PersonColumns.OfPhone(Phone, "手机号码，或带区号的固定电话。", "联系电话", "电话号码", "联系方式", "手机", "手机号", "手机号码", "本人电话"),
        new(Address, 40, true, "现居住地址，写到门牌号。") { OtherTitles = ["家庭住址", "家庭地址", "居住地址", "现住址", "现居住址", "现居住地址", "现居住住址", "详细地址", "地址"] },
        new(Household, 10, false, "同一户写同一个号。") { OtherTitles = ["户编号", "家庭编号", "住户编号"] },
        new(Relation, 12, false, "户主、妻、子、女、孙子等。一户最多一个户主。") { OtherTitles = ["与户主的关系", "和户主关系", "和户主的关系", "户主关系", "同户主关系"] },
        new(Group, 10, false, "例如 3组。") { OtherTitles = PersonColumns.GroupTitles },
        new(Worker, 12, false, "网格员姓名。") { OtherTitles = ["网格员姓名"] },
        PersonColumns.OfPhone(WorkerPhone, "网格员的电话。", "网格员联系电话", "网格员手机", "网格员手机号", "网格员手机号码"),
        new(School, 20, false, "在校学生填写。") { OtherTitles = PersonColumns.SchoolTitles },
        new(Class, 14, false, "例如 三年级2班。") { OtherTitles = PersonColumns.ClassTitles },
        new(Smartphone, 10, false, "有没有能出示手机码的智能手机。", ImportColumnKind.Words, PersonColumns.Choices(ImportVocabulary.Possessions)) { OtherTitles = ["有无智能手机"] },
        new(Needs, 14, false, "独居、残疾、卧床；有几样就写几样，用顿号隔开。") { OtherTitles = ["重点人群", "特殊人群"] },
        PersonColumns.OfForce, PersonColumns.OfReason,
        new(FormerName, 12, false, "改过名的，写名册里原来的名字。"),
        new(Note, 20, false, "例如 行动不便，钥匙在邻居家。"),
    ];

    public override string ColumnOf(Field? field) => field?.Name switch
    {
        RosterField.HouseholdNumber => Household,
        RosterField.School => School,
        RosterField.RelationToHead => Relation,
        _ => PersonColumns.TitleOf(field),
    };

    public override async Task ApplyAsync(ImportContext context, IReadOnlyList<ImportRow> rows, IProgress<int> done, CancellationToken cancellationToken)
    {
        var roster = await Roster.OpenAsync(context, cancellationToken);
        Dictionary<string, int> heads = [];
        Dictionary<string, (int Row, string Group)> groups = [];
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(row, context.Clock.Today) is { } line)
            {
                RequireOneHead(row, line, heads);
                RequireOneGroup(row, line, groups);
                roster.Add(row, line, row[FormerName]);
            }

            roster.ReportProgress(done);
        }

        await roster.SaveAsync(rows, cancellationToken);
    }

    private RosterLine? Read(ImportRow row, DateOnly today)
    {
        var cells = new RowParser(row, today);
        var person = cells.Person(IdentityDocumentKind.ResidentIdCard);
        var (worker, workerPhone) = (cells.Name(Worker), cells.Phone(WorkerPhone));
        if (row[WorkerPhone].Length > 0 && row[Worker].Length == 0)
        {
            row.AddError(Worker, "写了网格员电话的，请同时填写网格员姓名。");
        }

        var (phone, address) = (cells.Phone(Phone), cells.Needed(Address, LongestAddress, "请填写住址，上门和发卡要用。"));
        var (household, relation, group) = (cells.Text(Household, LongestWord), cells.Text(Relation, LongestWord), cells.Text(Group, LongestWord));
        var (school, schoolClass, smartphone, note) = (cells.Text(School, LongestWord), cells.Text(Class, LongestWord), cells.One(Smartphone, ImportVocabulary.Possessions), cells.Text(Note, LongestAddress));
        var needs = ReadNeeds(row);
        if (person is null)
        {
            return null;
        }

        var line = new RosterLine
        {
            Person = person,
            Phone = phone,
            Address = address,
            HouseholdNumber = household,
            RelationToHead = relation,
            VillageGroup = group,
            GridWorker = worker is null ? null : new(worker, workerPhone),
            School = school,
            SchoolClass = schoolClass,
            HasSmartphone = smartphone,
            CareNeeds = needs,
            Note = note,
        };
        row.Faults.Add(RosterRules.Validate(line, today), ColumnOf);
        return line;
    }

    /// <summary>独居、残疾、卧床; null when the cell is empty, and with an error in the row for any other word.</summary>
    private static CareNeeds? ReadNeeds(ImportRow row)
    {
        CareNeeds? needs = null;
        foreach (var word in row[Needs].Split(['、', '，', ',', '；', ';', '/', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var need = Enum.GetValues<CareNeeds>().FirstOrDefault(each => each != CareNeeds.None && each.ChineseName() == word);
            if (need == CareNeeds.None)
            {
                row.AddError(Needs, $"“{word}”看不懂，请写：独居、残疾、卧床。别的写在备注里。");
            }

            needs = (needs ?? CareNeeds.None) | need;
        }

        return needs;
    }

    private static void RequireOneGroup(ImportRow row, RosterLine line, Dictionary<string, (int Row, string Group)> groups)
    {
        if (line.HouseholdNumber.Length > 0 && line.VillageGroup.Length > 0 && !groups.TryAdd(line.HouseholdNumber, (row.Number, line.VillageGroup)) && groups[line.HouseholdNumber] is var (first, group) && group != line.VillageGroup)
        {
            row.AddError(Household, RosterRules.OneNumberOneHousehold.Broken($"第 {first} 行是{group}的。"));
        }
    }

    private static void RequireOneHead(ImportRow row, RosterLine line, Dictionary<string, int> heads)
    {
        if (line.RelationToHead == RosterLine.Head && line.HouseholdNumber.Length > 0 && !heads.TryAdd(line.HouseholdNumber, row.Number))
        {
            row.AddError(Relation, RosterRules.OneHead.Broken($"第 {heads[line.HouseholdNumber]} 行也是这一户的户主。"));
        }
    }
}
