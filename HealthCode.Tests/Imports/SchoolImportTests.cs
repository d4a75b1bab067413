using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Imports;

/// <summary>学校名单: school and class are noted on the roster.</summary>
public sealed class SchoolImportTests : IAsyncLifetime
{
    private static readonly ImportCells Pupil = ImportSheet.Pupil;
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_unknown_child_is_added_with_its_guardian()
    {
        Assert.Empty(await FaultsAsync(Pupil));

        var child = Assert.Single(await RosterAsync());
        Assert.Equal(("马小军", Sex.Male, new DateOnly(2011, 1, 1), IdentityDocumentKind.HouseholdRegister), (child.Person.Name.Value, child.Person.Sex, child.Person.BirthDate, child.Person.Document.Kind));
        Assert.Equal(("样例小学", "三年级2班"), (child.School, child.SchoolClass));
        Assert.Equal(new Attendant(PersonName.Restore("马建国"), AttendantRole.Guardian, "父亲", PhoneNumber.Restore("13800000004")), child.Guardian);
    }

    [Fact]
    public async Task A_known_child_keeps_its_household_and_its_paper()
    {
        var line = ImportSheet.Resident(new(PersonName.Restore("马小军"), Sex.Male, new(2011, 1, 1), IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, ImportSheet.Child, null, false)));
        await _server.TakeInAsync(new ResidentImport(), ImportSheet.Rows(line.With("与户主关系", "孙子")));

        Assert.Empty(await FaultsAsync(Pupil));

        var child = Assert.Single(await RosterAsync());
        Assert.Equal(("样例小学", "三年级2班", "孙子", "3组"), (child.School, child.SchoolClass, child.RelationToHead, child.VillageGroup));
        Assert.Equal(IdentityDocumentKind.ResidentIdCard, child.Person.Document.Kind);
    }

    [Fact]
    public async Task A_known_number_under_another_name_is_refused()
    {
        await FaultsAsync(Pupil);

        Assert.StartsWith("2 姓名：" + RosterRules.NumberIsOnesOwn.Sentence + "马小军。", Assert.Single(await FaultsAsync(Pupil.With("姓名", "马大军"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_pupil_twice_names_the_other_row() =>
        Assert.StartsWith("3 证件号码：" + RosterRules.OneLineEach.Sentence + "第 2 行", Assert.Single(await FaultsAsync(Pupil, Pupil.With("班级", "三年级1班"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("学校", "")]
    [InlineData("班级", "")]
    [InlineData("姓名", "=马小军")]
    [InlineData("证件号码", "")]
    [InlineData("证件号码", "640106201101010011")]
    [InlineData("性别", "女")]
    [InlineData("监护人", "马2")]
    [InlineData("监护人", "")]
    [InlineData("与学生关系", "")]
    [InlineData("监护人电话", "138")]
    public async Task What_is_wrong_is_said_in_its_column(string title, string cell)
    {
        Assert.StartsWith($"2 {title}：", Assert.Single(await FaultsAsync(Pupil.With(title, cell))), StringComparison.Ordinal);
        Assert.Empty(await RosterAsync());
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(params IEnumerable<ImportCells> sheet)
    {
        var rows = ImportSheet.Rows(sheet);
        await _server.TakeInAsync(new SchoolImport(), rows);
        return rows.Faults();
    }

    private Task<List<Resident>> RosterAsync() => _server.InDbAsync(db => db.Residents.AsNoTracking().ToListAsync());
}
