using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Checkpoints;

/// <summary>离线查验文件 and 停用名单, as a gate takes them along.</summary>
public sealed class OfflinePageTests : IAsyncLifetime
{
    private const string Offline = "/Verification/Offline";
    private OfficeServer _server = null!;
    private OfficeBrowser _guard = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _guard = await _server.SignedInGuardAsync("kakou");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task It_is_saved_as_a_file_with_a_Chinese_name_of_its_day_and_hour()
    {
        using var answer = await _guard.Http.GetAsync(Offline);

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var raw = answer.Content.Headers.GetValues("Content-Disposition").Single();
        Assert.StartsWith("attachment", raw, StringComparison.Ordinal);
        Assert.Contains($"filename*=UTF-8''{Uri.EscapeDataString("查验-20200305-0900.html")}", raw, StringComparison.Ordinal);
        Assert.Equal("查验-20200305-0900.html", answer.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task It_has_the_offices_key_and_its_stopped_numbers_and_stays_under_150_kB()
    {
        var cards = await _server.CardsInHandAsync(2);
        await _server.RevokeAsync(cards[1].Id);

        var file = await _guard.Http.GetByteArrayAsync(Offline);

        Assert.InRange(file.Length, 10_000, 150_000);
        var html = Encoding.UTF8.GetString(file);
        var key = await _server.InDbAsync(db => db.TrustedKeys.SingleAsync());
        Assert.Contains(_office, html, StringComparison.Ordinal);
        var keys = JsonDocument.Parse(new HtmlParser().ParseDocument(html).GetElementById("list")!.TextContent).RootElement.GetProperty("keys");
        Assert.Equal(Convert.ToBase64String(key.PublicKey), Assert.Single(keys.EnumerateArray()).GetProperty("spki").GetString());
        Assert.Equal([cards[1].Number], Stopped(html));
        Assert.DoesNotContain(cards[1].Holder.Name.Value, html, StringComparison.Ordinal);
        Assert.DoesNotContain(cards[1].Holder.Document.Number, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_card_its_keys_believe_its_list_can_stop()
    {
        // Two offices on one server: the file believes both keys.
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var card = (await _server.CardsInHandAsync())[0];
        await _server.CodeAsync(card.Id);
        await _server.RevokeAsync(card.Id);
        using var third = IssuingKey.Make((await _server.FirstVillageAsync(7)).Value, "邻村村民委员会", 1, new(2020, 2, 28));
        var theirs = PassNumber.Of(HealthCode.Domain.Offices.DivisionCode.Parse(third.Trusted.OfficeCode), 5).Value;
        await _server.TrustAsync(third.Trusted, new(_server.Clock.GetUtcNow(), [new(theirs, StopKind.Void)]));
        var neighbour = await _server.SignedInUserAsync("lingcun", other.Code, Roles.Clerk);

        var html = await neighbour.Http.GetStringAsync(Offline);
        using var sheet = new PdfInspector(await neighbour.Http.GetByteArrayAsync("/Verification/StopList"));

        Assert.Equal(new[] { card.Number, theirs }.Order(StringComparer.Ordinal), Stopped(html).Order(StringComparer.Ordinal));
        Assert.Contains(card.Number[12..], sheet.Words(1), StringComparison.Ordinal);
        Assert.Contains(theirs[12..], sheet.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_on_the_list_until_its_card_has_run_out_by_itself()
    {
        var card = (await _server.CardsInHandAsync())[0];
        await _server.RevokeAsync(card.Id);
        foreach (var (day, listed) in (List<(DateOnly, bool)>)[(new(2020, 3, 19), true), (new(2020, 3, 20), false)])
        {
            _server.Clock.SetTo(HealthCode.Web.Foundation.OfficeClock.StartOf(day).AddHours(23));
            var guard = await _server.SignedInAsync("kakou", OfficeServer.Pin);

            Assert.Equal(listed, Stopped(await guard.Http.GetStringAsync(Offline)).Contains(card.Number));
        }
    }

    [Fact]
    public async Task Each_file_and_each_list_taken_is_on_record()
    {
        var card = (await _server.CardsInHandAsync())[0];
        await _server.RevokeAsync(card.Id);

        await _guard.Http.GetByteArrayAsync(Offline);
        await _guard.Http.GetByteArrayAsync("/Verification/StopList");

        var records = await _server.InDbAsync(db => db.AuditRecords.Where(record => record.UserName == "kakou" && record.Subject == "停用名单").OrderBy(record => record.Id).ToListAsync());
        Assert.Equal([("下载离线查验文件", "1 张"), ("打印停用名单", "1 张")], records.Select(record => (record.Action, record.Detail)));
    }

    [Theory]
    [InlineData(Roles.Clerk, true)]
    [InlineData(Roles.Reviewer, true)]
    [InlineData(Roles.TownshipOfficial, false)]
    [InlineData(Roles.SealKeeper, false)]
    public async Task Who_checks_cards_may_take_it_and_the_township_may_not(string role, bool may)
    {
        var somebody = await _server.SignedInUserAsync("somebody", role == Roles.TownshipOfficial ? _office[..9] : _office, role);

        foreach (var page in (string[])[Offline, "/Verification/StopList"])
        {
            using var answer = await somebody.Http.GetAsync(page);
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(may ? "" : "/Account/Denied", answer.Headers.Location?.AbsolutePath ?? "");
        }
    }

    /// <summary>The stopped numbers in the file: by office and kind, each sequence number as its distance from the one before, base 36.</summary>
    private static List<string> Stopped(string html)
    {
        var list = JsonDocument.Parse(new HtmlParser().ParseDocument(html).GetElementById("list")!.TextContent).RootElement;
        List<string> numbers = [];
        foreach (var office in list.GetProperty("stopped").EnumerateObject())
        {
            foreach (var kind in office.Value.EnumerateArray())
            {
                var sequence = 0;
                foreach (var distance in kind.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries))
                {
                    sequence += distance.Aggregate(0, (sum, digit) => (sum * 36) + "0123456789abcdefghijklmnopqrstuvwxyz".IndexOf(digit, StringComparison.Ordinal));
                    numbers.Add(PassNumber.Of(HealthCode.Domain.Offices.DivisionCode.Parse(office.Name), sequence).Value);
                }
            }
        }

        return numbers;
    }
}
