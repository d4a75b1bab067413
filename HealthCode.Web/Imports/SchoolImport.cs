using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>学校名单 — imports a school's list; adds school, class and guardian to the roster, for the 返校 lists.</summary>
public sealed class SchoolImport : Import
{
    private const string School = "学校";
    private const string Class = "班级";
    private const string Guardian = "监护人";
    private const string Relation = "与学生关系";
    private const string GuardianPhone = "监护人电话";
    private const string Address = "住址";
    private const string Note = "备注";
    private const int LongestAddress = 100;
    private const int LongestWord = 30;

    public override string Code => "schools";

    public override string Name => "学校名单";

    public override string Purpose => "学校交来的学生名单：在居民名册上注明学校、班级和监护人，名册里没有的学生补进去。";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(School, 20, true, "学校全称。") { OtherTitles = PersonColumns.SchoolTitles },
        new(Class, 14, true, "例如 三年级2班。") { OtherTitles = PersonColumns.ClassTitles },
        PersonColumns.OfName with { OtherTitles = [.. PersonColumns.OfName.OtherTitles, "学生姓名"] }, PersonColumns.OfSex, PersonColumns.OfKind("户口簿"),
        PersonColumns.OfNumber with { IsRequired = true },
        PersonColumns.OfBirthDate,
        new(Guardian, 12, false, "监护人姓名。") { OtherTitles = ["监护人姓名", "家长", "家长姓名"] },
        new(Relation, 12, false, "例如 父亲；填了监护人的必须写明。") { OtherTitles = ["与学生的关系", "监护人与学生关系", "监护人与学生的关系"] },
        PersonColumns.OfPhone(GuardianPhone, "监护人的电话。", "监护人联系电话", "监护人手机", "监护人手机号码", "家长电话", "家长联系电话", "家长手机", "家长手机号码"),
        new(Address, 40, false, "名册里没有的学生请填写。") { OtherTitles = ["家庭住址", "家庭地址", "居住地址", "现住址", "地址"] },
        new(Note, 20, false, "例如 住校。"),
    ];

    public override string ColumnOf(Field? field) => field?.Name is RosterField.School ? School : PersonColumns.TitleOf(field);

    public override async Task ApplyAsync(ImportContext context, IReadOnlyList<ImportRow> rows, IProgress<int> done, CancellationToken cancellationToken)
    {
        var roster = await Roster.OpenAsync(context, cancellationToken);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(row, context.Clock.Today) is { } line)
            {
                // The school's list has only name and number; the identity document recorded by the office is kept.
                roster.Add(row, roster.Find(line.Person.Key) is { } known && known.Person.Name.Value == line.Person.Name.Value ? line with { Person = known.Person } : line);
            }

            roster.ReportProgress(done);
        }

        await roster.SaveAsync(rows, cancellationToken);
    }

    private RosterLine? Read(ImportRow row, DateOnly today)
    {
        var cells = new RowParser(row, today);
        var (school, schoolClass) = (cells.Needed(School, LongestWord, "请填写学校。"), cells.Needed(Class, LongestWord, "请填写班级。"));
        var person = cells.Person(IdentityDocumentKind.HouseholdRegister);
        var (guardian, phone, relation) = (cells.Name(Guardian), cells.Phone(GuardianPhone), cells.Text(Relation, LongestWord));
        if (row[Guardian].Length == 0 && row[GuardianPhone].Length + row[Relation].Length > 0)
        {
            row.AddError(Guardian, "请填写监护人姓名。");
        }
        else if (row[Guardian].Length > 0 && row[Relation].Length == 0)
        {
            row.AddError(Relation, "请填写监护人与学生的关系，例如“父亲”。");
        }

        var (address, note) = (cells.Text(Address, LongestAddress), cells.Text(Note, LongestAddress));
        if (person is null)
        {
            return null;
        }

        var line = new RosterLine
        {
            Person = person,
            Address = address,
            School = school,
            SchoolClass = schoolClass,
            Guardian = guardian is null ? null : new(guardian, AttendantRole.Guardian, relation, phone),
            Note = note,
        };
        // If an error was already reported for the row, skip the rules that would report its consequences.
        row.Faults.Add(cells.IsFaultless ? RosterRules.Validate(line, today) : [], ColumnOf);
        return line;
    }
}
