using System.Globalization;
using System.Text;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Jobs;

/// <summary>断电: the program is killed while a roster comes in; it is there whole or not at all, and can be handed in again.</summary>
public sealed class ImportKillTests
{
    private const int People = 3_000;

    /// <summary>For each start, milliseconds after the file was handed in: what lies there then is looked at, and at the last the plug is pulled.</summary>
    private static readonly int[][] Cuts = LongRun.Pick<int[][]>([[20, 150, 400]], [[20], [150], [300], [500], [800], [1_100], [1_500]]);

    [SqliteFact]
    public async Task Killed_during_an_import_the_roster_is_whole_or_as_it_was()
    {
        var before = await OfficeServer.WithOfficeAsync();
        before.Clock.SetTo(DateTimeOffset.UtcNow);
        var office = await before.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await before.AddUserAsync("luru", office, Roles.Clerk);
        await using var after = await before.RestartAsync();
        var file = Roster();

        foreach (var cuts in Cuts)
        {
            using var program = await RealProgram.StartAsync(after.Folder);
            await HandInAsync(program.Http, file);
            foreach (var copy in await program.CutAsync(cuts))
            {
                await using var left = OfficeServer.Over(copy, DateTimeOffset.UtcNow);
                await WholeOrAsItWasAsync(left);
            }
        }

        // Now the office starts the program as on any morning and hands the file in once more.
        using var morning = await RealProgram.StartAsync(after.Folder);
        await Eventually.TrueAsync(() => LeftOver().Length == 0);
        var details = await HandInAsync(morning.Http, file);
        await Eventually.TrueAsync(async () => (await morning.Http.GetStringAsync(details)).Contains($"导入 {People} 行", StringComparison.Ordinal));
        await morning.KillAsync();
        Assert.Equal(People, await after.InDbAsync(db => db.Residents.IgnoreQueryFilters().CountAsync()));
        string[] LeftOver() => Directory.GetFiles(Path.Combine(after.Folder, "tmp"), "import-*");
    }

    private static async Task WholeOrAsItWasAsync(OfficeServer server)
    {
        var (residents, records) = await server.InDbAsync(async db => (
            await db.Residents.IgnoreQueryFilters().CountAsync(), await db.AuditRecords.CountAsync(record => record.Action == "导入")));
        Assert.Contains(residents, new[] { 0, People });
        Assert.Equal(residents == 0, records == 0);
    }

    /// <summary>Signs in, hands the file in, and says where its result will stand.</summary>
    private static async Task<Uri> HandInAsync(HttpClient http, byte[] file)
    {
        var desk = new OfficeBrowser(http);
        await desk.OpenAsync("/Account/Login");
        await desk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));
        await desk.OpenAsync("/Imports");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(desk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "名册.csv" },
        };
        using var answer = await http.PostAsync("/Imports?handler=File&kind=residents", form);
        return answer.Headers.Location!;
    }

    private static byte[] Roster()
    {
        var lines = new StringBuilder("姓名,证件号码,住址,村民小组\n");
        for (var i = 0; i < People; i++)
        {
            var body = string.Create(CultureInfo.InvariantCulture, $"640104{new DateOnly(1940, 1, 1).AddDays(i):yyyyMMdd}{1 + (2 * (i % 400)):000}");
            lines.Append(CultureInfo.InvariantCulture, $"马{"德福寿喜安平康宁乐"[i % 9]}{"山海川江河湖"[i % 6]},{body}{CheckCharacter.Mod11Radix2(body)},宁夏回族自治区银川市兴庆区样例街道样例村{1 + (i % 9)}组{i}号,{1 + (i % 9)}组\n");
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
