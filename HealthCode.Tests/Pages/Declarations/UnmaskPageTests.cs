using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Declarations;

/// <summary>显示完整信息: a click, a reason, a record, thirty seconds.</summary>
public sealed class UnmaskPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private string _office = "";
    private long _form;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        _form = await _desk.KeyedAsync(_server, ("Phone", "13800001234"), ("PhoneOwner", "Self"));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_form_lies_masked_with_the_name_the_office_calls_him_by()
    {
        await _desk.OpenAsync($"/Declarations/Details/{_form}");

        Masked(_desk);
        Assert.Contains("马德山", _desk.Text, StringComparison.Ordinal);
        Assert.Contains("640***********0010", _desk.Text, StringComparison.Ordinal);
        Assert.Contains("138****1234", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_supervises_sees_no_name_either()
    {
        var official = await _server.SignedInUserAsync("xiangzhen", _office[..9], Roles.TownshipOfficial);
        foreach (var address in (string[])["/", "/Declarations", $"/Declarations/Details/{_form}"])
        {
            await official.OpenAsync(address);
            Masked(official);
            Assert.DoesNotContain("马德山", official.Text, StringComparison.Ordinal);
        }

        // Names there are none on the home page of a township, only villages.
        Assert.Contains("马**", official.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_reason_it_is_shown_whole_for_thirty_seconds_and_then_masks_itself()
    {
        await LiftAsync(("原因", "核对证件号码"));

        Assert.Contains(PaperForm.Number, _desk.Text, StringComparison.Ordinal);
        Assert.Contains("13800001234", _desk.Text, StringComparison.Ordinal);
        Assert.Contains("样例社区3号", _desk.Text, StringComparison.Ordinal);
        using (var answer = await _desk.Http.GetAsync(_desk.Address))
        {
            Assert.Equal($"30; url=/Declarations/Details/{_form}", Assert.Single(answer.Headers.GetValues("Refresh")));
        }

        _server.Clock.Advance(TimeSpan.FromSeconds(30));
        Masked(await _desk.OpenAsync(_desk.Address));
    }

    [Fact]
    public async Task It_leaves_a_record_with_the_reason()
    {
        await LiftAsync(("别的原因", "送药上门"));

        var record = await _server.InDbAsync(db => db.AuditRecords.SingleAsync(each => each.Action == "显示完整信息"));
        Assert.Equal(("yiren", "申报 20200305-0001", "送药上门", _office), (record.UserName, record.Subject, record.Detail, record.OfficeCode));
    }

    [Theory]
    [InlineData(null, "请选一个原因")]
    [InlineData("马德山要看", "不要写姓名和号码")]
    [InlineData("打 13800001234", "不要写姓名和号码")]
    public async Task Without_a_fit_reason_nothing_is_shown(string? other, string sentence)
    {
        await LiftAsync(("别的原因", other));

        Assert.Contains(sentence, Assert.Single(_desk.Errors), StringComparison.Ordinal);
        Assert.False(await _server.InDbAsync(db => db.AuditRecords.AnyAsync(each => each.Action == "显示完整信息")));
    }

    [Fact]
    public async Task What_was_shown_to_one_is_not_shown_to_another_and_not_on_another_paper()
    {
        var other = await _desk.KeyedAsync(_server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        await LiftAsync(("原因", "核对证件号码"));
        var ticket = _desk.Address.Split('?')[1];

        await _desk.OpenAsync($"/Declarations/Details/{other}?{ticket}");
        Assert.DoesNotContain("640104200002291232", _desk.Html, StringComparison.Ordinal);
        var colleague = await _server.SignedInUserAsync("bieren", _office, Roles.Clerk);
        Masked(await colleague.OpenAsync($"/Declarations/Details/{_form}?{ticket}"));
        Masked(await _desk.OpenAsync($"/Declarations/Details/{_form}?shown=x"));
    }

    [Fact]
    public async Task Opening_a_paper_is_a_record_once_in_ten_minutes()
    {
        for (var i = 0; i < 3; i++)
        {
            await _desk.OpenAsync($"/Declarations/Details/{_form}");
            await _desk.OpenAsync($"/Declarations/Edit/{_form}");
            await _desk.OpenAsync($"/Review/Decide/{_form}");
        }

        Assert.Equal(["申报表", "修改页（完整）", "审核页（完整）"], await ViewsAsync());
        _server.Clock.Advance(TimeSpan.FromMinutes(10));
        await _desk.OpenAsync($"/Declarations/Details/{_form}");
        Assert.Equal(4, (await ViewsAsync()).Count);
    }

    [Fact]
    public async Task A_card_is_masked_and_shown_the_same_way()
    {
        await _desk.DecideAsync(_form, "Approve");
        var card = await _server.InDbAsync(db => db.Passes.Select(pass => pass.Id).SingleAsync());
        await _desk.OpenAsync($"/Passes/Details/{card}");
        Masked(_desk);

        await _desk.OpenAsync($"/Passes/Unveil/{card}");
        await _desk.SendAsync(("原因", "本人要求查看"));

        Assert.Contains(PaperForm.Number, _desk.Text, StringComparison.Ordinal);
        _server.Clock.Advance(TimeSpan.FromSeconds(31));
        Masked(await _desk.OpenAsync(_desk.Address));
    }

    private static void Masked(OfficeBrowser page)
    {
        foreach (var clear in (string[])[PaperForm.Number, "13800001234", "社区3号", "1948年2月29日"])
        {
            Assert.DoesNotContain(clear, page.Html, StringComparison.Ordinal);
        }
    }

    private async Task LiftAsync(params (string Label, string? Value)[] reason)
    {
        await _desk.OpenAsync($"/Declarations/Unveil/{_form}");
        await _desk.SendAsync(reason);
    }

    private Task<List<string>> ViewsAsync() => _server.InDbAsync(db => db.AuditRecords.Where(record => record.Action == "查看").OrderBy(record => record.Id).Select(record => record.Detail).ToListAsync());
}
