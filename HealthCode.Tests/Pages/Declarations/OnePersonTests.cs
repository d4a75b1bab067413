using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Declarations;

/// <summary>One person has one live card, however name and number are typed; and his name stands on it whole.</summary>
public sealed class OnePersonTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        var office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Whoever_has_a_live_card_is_given_no_second_one_for_a_number_that_is_right()
    {
        await _desk.ApprovedAsync(_server);
        (string, string?)[][] again =
        [
            [("SaveDocumentDespiteFault", "true"), ("DocumentReason", "与证件核对一致")],
            [("DocumentKind", "HouseholdRegister"), ("DocumentNumber", "\u200B６４０１０４１９４８０２２９００１０\uFE0F"), ("Name", "⻢德⼭")],
            [("SaveDocumentDespiteFault", "true"), ("DocumentReason", "改过名字"), ("Name", "马德海")],
            [("DocumentKind", "Passport"), ("SaveDocumentDespiteFault", "true"), ("DocumentReason", "护照上写着")],
        ];

        foreach (var changes in again)
        {
            await _desk.DecideAsync(await _desk.KeyedAsync(_server, changes), "Approve");

            Assert.Contains(_desk.Errors, error => error.Contains("一人只能有一张", StringComparison.Ordinal));
        }

        Assert.Single(await _server.InDbAsync(db => db.Passes.ToListAsync()));
    }

    [Fact]
    public async Task Without_papers_another_spelling_of_the_name_gives_no_second_card()
    {
        (string, string?)[] none = [("DocumentKind", "None"), ("DocumentNumber", null), ("DocumentReason", "从未办过")];
        await _desk.ApprovedAsync(_server, [("Name", "马\uF967凡"), .. none]);

        await _desk.DecideAsync(await _desk.KeyedAsync(_server, [("Name", "马不凡"), .. none]), "Approve");

        Assert.Contains(_desk.Errors, error => error.Contains("一人只能有一张", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("马文山")]
    [InlineData("⻢⽂")]
    [InlineData("mws")]
    [InlineData("640104194802\u200B290010")]
    public async Task A_name_with_radicals_is_kept_and_found_in_plain_characters(string typed)
    {
        await _desk.EnterAsync(("Name", "⻢⽂⼭"), ("VillageGroup", "⼆组"), ("DomicileAddress", "⻘铜峡⻢家湾"));

        var content = (await _server.InDbAsync(db => db.Declarations.SingleAsync())).Content;
        Assert.Equal(("马文山", "二组", "青铜峡马家湾"), (content.Person.Name.Value, content.VillageGroup, content.DomicileAddress));
        await _desk.OpenAsync("/Declarations?q=" + Uri.EscapeDataString(typed));
        Assert.Contains("20200305-0001", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_character_that_no_font_has_is_said_at_entry_at_review_and_before_printing()
    {
        const string Say = "第 2 个字打印机的字库里没有";
        var id = await _desk.KeyedAsync(_server, ("Name", "马\U000323AF山"));
        Assert.Contains(Say, _desk.StatusMessage, StringComparison.Ordinal);

        await _desk.OpenAsync("/Declarations/Create");
        var asked = _desk.FieldsWith(new Dictionary<string, string> { ["Name"] = "马\U000323AF山", ["DocumentNumber"] = PaperForm.Number });
        await _desk.PostAsync("/Declarations/Create?handler=Check", asked);
        Assert.Contains(Say, _desk.Text, StringComparison.Ordinal);

        await _desk.OpenAsync($"/Declarations/Details/{id}");
        Assert.Contains("姓名里有字打印机的字库里没有", _desk.Text, StringComparison.Ordinal);

        await _desk.OpenAsync($"/Review/Decide/{id}");
        Assert.Contains(Say, _desk.Text, StringComparison.Ordinal);

        await _desk.DecideAsync(id, "Approve");
        Assert.Contains("补写清楚，再盖章", _desk.Text, StringComparison.Ordinal);
        await _desk.OpenAsync("/Printing");
        Assert.Contains("马\U000323AF山的姓名里有字打印机的字库里没有", _desk.Text, StringComparison.Ordinal);
        await _desk.PressAsync("排版，准备打印");
        await _desk.ShowsSoonAsync("打开要打印的 PDF");
        Assert.Contains("马\U000323AF山的姓名里有字打印机的字库里没有", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_name_that_the_fonts_have_nothing_is_said()
    {
        await _desk.ApprovedAsync(_server, ("Name", "欧阳𬀩𫖯"));

        Assert.DoesNotContain("字库", _desk.Text, StringComparison.Ordinal);
    }
}
