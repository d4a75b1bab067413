using AngleSharp.Dom;
using HealthCode.Domain.Couriers;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>Two servers, of a village and of its township, that exchange files on a USB stick.</summary>
public sealed class StickCase : IAsyncDisposable
{
    public const string Courier = "/Reports/Courier";
    public const string Receive = Courier + "/Receive";
    private string _clerk = "luru";

    private StickCase(OfficeServer office, OfficeServer township) => (OfficeServer, TownshipServer) = (office, township);

    public OfficeServer OfficeServer { get; private set; }

    public OfficeServer TownshipServer { get; }

    public OfficeBrowser Office { get; private set; } = null!;

    public OfficeBrowser Township { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The message about each received file, without its name.</summary>
    public IReadOnlyList<string> Told =>
        [.. Township.Page.QuerySelectorAll("p.note").Select(line => line.ChildNodes.OfType<IText>().Aggregate("", (text, node) => text + node.Data).Trim())];

    /// <param name="trusted">Whether the township has imported the office's trust file.</param>
    public static async Task<StickCase> LaidOutAsync(bool trusted = true)
    {
        var office = await OfficeServer.WithOfficeAsync();
        var stick = new StickCase(office, await OfficeServer.WithOfficeAsync(await office.FirstVillageAsync(1)));
        (stick.Code, stick.Name) = await office.InDbAsync(async db => await db.Offices.Select(each => new ValueTuple<string, string>(each.Code, each.OfficialName)).SingleAsync());
        stick.Office = await office.SignedInUserAsync(stick._clerk, stick.Code, Roles.Clerk);
        stick.Township = await stick.TownshipServer.SignedInUserAsync("zhen", stick.Code[..9], Roles.TownshipOfficial);
        if (trusted)
        {
            var file = await InScopeAsync<TrustExchange, byte[]>(office, desk => desk.WriteAsync());
            await InScopeAsync<TrustExchange, bool>(stick.TownshipServer, async desk =>
            {
                var section = TrustSection.Read(file)!.Single();
                await desk.ImportAsync(section, await desk.ExamineAsync(section));
                return true;
            });
            stick.TownshipServer.Services.GetRequiredService<SigningKeyStore>().ClearCache();
        }

        return stick;
    }

    public static string FileOf(int number) => $"{Courier}?handler=File&number={number}";

    public static List<KeyValuePair<string, string>> Token(OfficeBrowser browser) =>
        [new("__RequestVerificationToken", browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)];

    public static async Task UploadAsync(OfficeBrowser browser, string address, string field, params byte[][] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Token(browser)[0].Value), "__RequestVerificationToken" } };
        for (var i = 0; i < files.Length; i++)
        {
            form.Add(new ByteArrayContent(files[i]), field, $"{i}.hcp");
        }

        await browser.PostAsync(address, form);
    }

    /// <summary>制作报送包, for these days or for those the page proposes.</summary>
    public async Task MakeAsync(string? first = null, string? last = null, bool corrects = false, string? ledger = null)
    {
        await Office.OpenAsync(Courier);
        List<(string, string?)> values = [("更正：已经报过的日子重新报", corrects ? "on" : null)];
        values.AddRange(first is null ? [] : [("从", first), ("到", last)]);
        values.AddRange(ledger is null ? [] : [("附健康通行卡台账（加密，只有乡镇能打开）", "on"), ("附台账的原因", ledger)]);
        await Office.PressAsync("制作报送包", [.. values]);
    }

    public async Task<byte[]> PackageAsync(string? first = null, string? last = null, string? ledger = null)
    {
        await MakeAsync(first, last, ledger: ledger);
        Assert.Empty(Office.Errors);
        return await DownloadAsync(await OfficeServer.InDbAsync(db => db.PackagesSent.IgnoreQueryFilters().MaxAsync(package => package.Number)));
    }

    public async Task<List<byte[]>> PackagesAsync(int count)
    {
        List<byte[]> files = [];
        for (var i = 0; i < count; i++)
        {
            files.Add(await PackageAsync());
        }

        return files;
    }

    public async Task<byte[]> DownloadAsync(int number) => await Office.Http.GetByteArrayAsync(FileOf(number));

    public async Task ReceiveAsync(params byte[][] files)
    {
        await Township.OpenAsync(Receive);
        await UploadAsync(Township, Receive, "files", files);
    }

    public async Task<PackageParseResult> ReadAsync(byte[] file)
    {
        var trusted = await OfficeServer.Services.GetRequiredService<SigningKeyStore>().TrustedAsync();
        return CourierPackage.Read(file, trusted);
    }

    public Task<byte[]> ReceiptAsync() => Township.Http.GetByteArrayAsync($"{Receive}?handler=Receipt&office={Code}");

    public Task<byte[]> KeyFileAsync() => Township.Http.GetByteArrayAsync($"{Receive}?handler=Key");

    /// <summary>The office imports the township's key.</summary>
    public async Task TakeKeyAsync()
    {
        await Office.OpenAsync(Courier);
        await UploadAsync(Office, Courier + "?handler=ReadKey", "file", await KeyFileAsync());
        await Office.PressAsync("指纹一样，导入");
    }

    /// <summary>The text of the row with the sums of an office, or of <c>all</c>.</summary>
    public string Row(string office) => Township.Page.QuerySelector($"tr[data-office='{office}']")!.TextContent;

    public int Figure(string office, string title)
    {
        var at = DayReport.Figures.Select(figure => figure.Title).ToList().IndexOf(title);
        return int.Parse(Township.Page.QuerySelectorAll($"tr[data-office='{office}'] td.figure")[at].TextContent, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Continues as another clerk, who may export ledgers.</summary>
    public async Task AsExporterAsync()
    {
        _clerk = "daochu";
        Office = await OfficeServer.SignedInUserAsync(_clerk, Code, Roles.Clerk, Roles.LedgerExporter);
        await Office.OpenAsync(Courier);
    }

    public void AdvanceDays(int days)
    {
        OfficeServer.Clock.Advance(TimeSpan.FromDays(days));
        TownshipServer.Clock.Advance(TimeSpan.FromDays(days));
    }

    public async Task SignInAgainAsync() => Office = await OfficeServer.SignedInAsync(_clerk);

    public async Task SignInAgainAtTownshipAsync() => Township = await TownshipServer.SignedInAsync("zhen");

    public async Task RestartOfficeAsync()
    {
        OfficeServer = await OfficeServer.RestartAsync();
        await SignInAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await OfficeServer.DisposeAsync();
        await TownshipServer.DisposeAsync();
    }

    private static async Task<T> InScopeAsync<TDesk, T>(OfficeServer server, Func<TDesk, Task<T>> work)
        where TDesk : notnull
    {
        await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
        return await work(scope.ServiceProvider.GetRequiredService<TDesk>());
    }
}
