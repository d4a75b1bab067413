using HealthCode.Tests.Support;
using HealthCode.Web.Security;

namespace HealthCode.Tests.Pages.Audit;

public sealed class IndexPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _administrator = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _administrator = await _server.AtDeskAsync("admin", (await _server.FirstVillageAsync()).Value, Roles.SystemAdministrator);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_newest_record_comes_first()
    {
        await _administrator.OpenAsync("/Audit");

        Assert.Contains("登录", _administrator.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_begins_and_ends_at_midnight_in_Beijing()
    {
        await NoteAtAsync(new(2020, 3, 4, 23, 59, 59, TimeSpan.FromHours(8)), "前夜");
        await NoteAtAsync(new(2020, 3, 5, 0, 0, 0, TimeSpan.FromHours(8)), "零点");
        await NoteAtAsync(new(2020, 3, 5, 23, 59, 59, TimeSpan.FromHours(8)), "末秒");
        await NoteAtAsync(new(2020, 3, 6, 0, 0, 0, TimeSpan.FromHours(8)), "次日");

        await _administrator.OpenAsync("/Audit?Day=2020-03-05");

        Assert.Contains("零点", _administrator.Text, StringComparison.Ordinal);
        Assert.Contains("末秒", _administrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("前夜", _administrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("次日", _administrator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_user_is_picked_out()
    {
        await _server.SignedInAsync("admin", "wrong");
        await _administrator.OpenAsync("/Audit?UserName=nobody");

        Assert.Contains("没有记录", _administrator.Text, StringComparison.Ordinal);
    }

    private async Task NoteAtAsync(DateTimeOffset at, string subject) => await _server.InDb(async db =>
    {
        db.AuditRecords.Add(HealthCode.Domain.Auditing.AuditRecord.Of(new(null, null, ""), at, "试", subject));
        await db.SaveChangesAsync();
    });
}
