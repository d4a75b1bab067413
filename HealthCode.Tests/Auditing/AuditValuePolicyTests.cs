using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Data.Mappings;
using HealthCode.Web.Hosting.Demo;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Auditing;

/// <summary>原值→新值: what the office did is told, who the resident is is not.</summary>
public sealed class AuditValuePolicyTests
{
    // What a village's day is made of; an address of a resident has more in it than its village.
    private const int ShortestTelling = 2;

    [Fact]
    public async Task Nothing_that_is_told_is_a_persons()
    {
        await using var server = await OfficeServer.WithOfficeAsync();

        var told = await server.InDbAsync(db => Task.FromResult(
            db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.Audited() is { IsDisclosed: true }).Select(property => (property.DeclaringType.ClrType, property.Name)).ToList()));

        Assert.NotEmpty(told);
        Assert.DoesNotContain(told, each => each.ClrType == typeof(Resident));
        Assert.DoesNotContain(told, each => each.Name is nameof(Declaration.Content) or nameof(Declaration.PersonKey) or nameof(HealthPass.Holder)
            or nameof(HealthPass.CollectedBy) or nameof(HealthPass.ResidenceAddress) or nameof(OfficeUser.PasswordHash));
    }

    [Fact]
    public void Values_are_said_in_the_offices_words()
    {
        Assert.Equal("空", AuditValuePolicy.Format(null));
        Assert.Equal("是", AuditValuePolicy.Format(true));
        Assert.Equal("2020年3月5日", AuditValuePolicy.Format(new DateOnly(2020, 3, 5)));
        Assert.Equal("2020年3月5日 09:00:00", AuditValuePolicy.Format(new DateTimeOffset(2020, 3, 5, 1, 0, 0, TimeSpan.Zero)));
        Assert.Equal("37.3", AuditValuePolicy.Format(37.3m));
        Assert.Equal("已打印", AuditValuePolicy.Format(PassState.Printed, state => ((PassState)state).ChineseName()));
        Assert.Equal("空", AuditValuePolicy.Format(null, _ => "x"));
    }

    [Fact]
    public async Task A_card_that_is_printed_says_what_it_was_and_what_it_is_and_who_fetched_it_for_somebody_only_as_what()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var card = await desk.ApprovedAsync(server);
        (string Step, (string, string?)[] Filled)[] steps =
            [("已打印", []), ("已盖章", []), ("已发放", [("领取人", "代领"), ("代领人姓名", "马小龙"), ("与持卡人关系", "儿子")])];
        foreach (var (step, filled) in steps)
        {
            await desk.OpenAsync($"/Passes/Details/{card}");
            await desk.PressAsync(step, filled);
        }

        var records = await server.InDbAsync(db => db.AuditRecords.Where(record => record.Action == "修改" && record.Subject.StartsWith("通行卡")).OrderBy(record => record.Id).ToListAsync());
        Assert.Contains("状态：待打印→已打印", records[0].Detail, StringComparison.Ordinal);
        Assert.Contains("打印时间：空→2020年3月5日 09:00:00", records[0].Detail, StringComparison.Ordinal);
        Assert.Equal("代领人", records[^1].OnBehalfOf);
        Assert.Matches("领取人(、|$)", records[^1].Detail);
        Assert.DoesNotContain(records, record => (record.Subject + record.Detail).Contains('马', StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_name_number_phone_or_address_of_a_resident_stands_in_the_audit_a_log_or_a_file_on_its_way_after_the_whole_demo()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        server.Clock.SetTo(DemoVillage.Now);
        await server.InDbAsync(db => db.InOneTransactionAsync(async () => await new DemoOffice(db, new(server.Clock)).FillAsync(await db.Offices.SingleAsync())));
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var forms = await server.InDbAsync(db => db.Declarations.AsNoTracking().ToListAsync());
        var card = await server.InDbAsync(db => db.Passes.MaxAsync(pass => pass.Id));
        foreach (var address in (string[])["/", "/Declarations?q=马", "/Passes", $"/Passes/Details/{card}", .. forms.TakeLast(5).Select(form => $"/Declarations/Details/{form.Id}")])
        {
            await desk.OpenAsync(address);
        }

        foreach (var report in (string[])["passes", "declarations"])
        {
            using var file = await desk.Http.GetAsync($"/Reports?handler=File&report={report}&firstDay=20261101&lastDay=20261120");
            await file.Content.ReadAsByteArrayAsync();
        }

        var records = await server.InDbAsync(db => db.AuditRecords.AsNoTracking().ToListAsync());
        // The staff's own names may be a resident's, too: they are who acted.
        var written = records.Select(record => $"{record.Action} {record.Subject} {record.Detail} {record.OnBehalfOf}").Append(FilesInUse.Text(server.Folder, "logs")).Append(FilesInUse.Text(server.Folder, "tmp"))
            .Concat(Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName)!).ToList();
        var text = string.Join('\n', written);
        Assert.NotEmpty(records);
        foreach (var personal in forms.SelectMany(form => Personal(form.Content)).Where(each => each.Length >= ShortestTelling).Distinct())
        {
            Assert.DoesNotContain(personal, text, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Personal(DeclarationContent content) =>
    [
        content.Person.Name.Value, content.Person.Document.Number, content.Phone?.Value ?? "", content.Guardian?.Name.Value ?? "", content.Guardian?.Phone?.Value ?? "",
        content.Scribe?.Name.Value ?? "", content.DomicileAddress, .. content.Stays.Select(stay => stay.Address),
    ];
}
