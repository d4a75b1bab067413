using System.Globalization;
using System.Text.RegularExpressions;
using HealthCode.Domain.Declarations;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Support;

/// <summary>Days of two offices, a township and a gate, made up at random: forms, reviews, cards, checks, lists, reports, audit, and now and then somebody who clicks or types anything.</summary>
internal sealed partial class RandomOfficeDays(TwinOffices twins, Random random)
{
    private const int StepsOfADay = 24;
    private const int People = 40;

    // What engines sort and compare differently if nobody takes care: rare characters, cases, widths, digits, blanks, marks of patterns.
    public static readonly string[] Names =
    [
        "马德山", "马德海", "𠮷田福", "欧阳·𠮷", "㛃玉兰", "𡈽方", "龥文", "Abdul Karim", "ABDUL KARIM", "abdul karim", "阿卜杜·热合曼", "阿卜杜勒", "Zhang San", "zhang san", "马  德山", " 马德山 ", "Élise", "elise", "Ｌｉ Si", "单国强", "O'Neil", "马_", "马%", "",
    ];

    private static readonly string[] Addresses = ["样例村3组8号", "样例村10组2号", "样例村 3组", "A座1号", "a座2号", "Ａ座3号", "𠮷样例村1号", "100%_样例村'1号", "2号", "10号"];

    private static readonly string[] Searches =
    [
        "马", "马德", "德山", "𠮷", "ab", "AB", "Abdul", "karim", "mds", "MDS", "0010", "6401", "640104", "2020030", "20200305-0001", "%", "_", "'", " ", "马_", "热合曼", "zs", "é", "１３８", "138",
    ];

    private static readonly string[] Lists =
    [
        "/Declarations", "/Passes", "/Passes?list=live", "/Passes?list=ended", "/Review", "/Residents", "/Residents/Doubles", "/Residents/Outreach", "/HealthStatuses", "/HealthStatuses/Grid", "/HealthStatuses/FollowUps", "/Seals", "/Stock",
        "/Supervision", "/Supervision/Deadlines", "/Supervision/Supplies", "/Supervision/Complaints", "/Supervision/RiskAreas", "/Supervision/SelfChecks", "/Supervision/Inspections", "/Venues", "/Venues/Checks", "/Venues/Notices",
        "/Reports", "/Reports/Charts", "/WhoSaw", "/Requests", "/PaperBoxes", "/Verification/Incidents", "/Verification/Checkpoints",
    ];

    private static readonly string[] Texts = ["", "咳嗽", "COUGH", "cough", "𠮷", "100%"];

    // Not signing out, not what runs in the background, and not what ends an office.
    private static readonly string[] NotScribbled = ["/Account", "/Closing", "/Administration", "/Printing", "/Imports", "/?", "/Display", "/Reports/Courier"];

    /// <summary>Less than the quarter of an hour after which who does nothing is signed out.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(12);

    private readonly Dictionary<string, int> _tally = [];
    private readonly SortedSet<string> _seen = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TwinDesk Desk, DateTimeOffset At)> _desks = [];
    private int _days;

    /// <summary>What was done, and how often.</summary>
    public string Tally => string.Join(", ", _tally.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key} {each.Value}"));

    /// <summary>One day, and the night after it.</summary>
    public async Task DayAsync()
    {
        twins.SetClock(Morning(_days++));
        for (var i = 0; i < StepsOfADay; i++)
        {
            twins.Advance(TimeSpan.FromSeconds(random.Next(1, 240)));
            await StepAsync();
        }

        twins.SetClock(Morning(_days).AddMinutes(-30));
        await twins.CompareAsync("night", async server => $"{await server.DoDueNowAsync()}\n{string.Join('\n', server.Reports().Select(name => name + "\n" + TwinOffices.TextOf(File.ReadAllBytes(Path.Combine(JobRuns.Folder(server), name)))))}");
    }

    private static DateTimeOffset Morning(int day) => new DateTimeOffset(2020, 3, 5, 8, 0, 0, TimeSpan.FromHours(8)).AddDays(day);

    private Task StepAsync()
    {
        var (name, step) = random.Next(100) switch
        {
            < 16 => ("declare", DeclareAsync),
            < 32 => ("review", ReviewAsync),
            < 44 => ("card", CardAsync),
            < 50 => ("end a card", EndCardAsync),
            < 58 => ("search", SearchAsync),
            < 66 => ("list", ListAsync),
            < 73 => ("gate", GateAsync),
            < 80 => ("report", ReportAsync),
            < 84 => ("audit", AuditAsync),
            < 93 => ("click", ClickAsync),
            _ => ("scribble", (Func<Task>)ScribbleAsync),
        };
        _tally[name] = _tally.GetValueOrDefault(name) + 1;
        return step();
    }

    private async Task DeclareAsync()
    {
        var desk = await DeskAsync();
        await desk.OpenAsync("/Declarations/Create");
        List<(string, string?)> changes = [.. Villager.At(random.Next(People))];
        changes.RemoveAll(change => change.Item1 == "Name");
        changes.AddRange(
        [
            ("Name", One(Names)), ("Stays[0].Address", One(Addresses)), ("Phone", Maybe($"138{random.Next(4):00000000}")),
            ("TravelOn", Typed(1)), ("SignedOn", Typed(0)), ("HadSymptoms", One(["False", "False", "False", "True"])),
        ]);
        if (random.Next(6) == 0)
        {
            changes.Add((One(["Province", "Signature", "WillReport", "DomicileAddress"]), null));
        }

        await desk.PostAsync("/Declarations/Create?then=details", PaperForm.Filled, [.. changes]);
        See(desk);
    }

    private async Task ReviewAsync()
    {
        var desk = await DeskAsync();
        await OpenAnyAsync(desk, "/Review", "/Review/Decide/");
        if (!desk.Page.Address.StartsWith("/Review/Decide/", StringComparison.Ordinal))
        {
            return;
        }

        var address = desk.Page.Address.Split('?')[0];
        await (random.Next(8) switch
        {
            0 => desk.PostAsync($"{address}?handler=Return", PaperForm.NothingFound, ("ReturnReason", One(Texts)), ("Reason", One(Texts))),
            1 => desk.PostAsync($"{address}?handler=Refuse", PaperForm.NothingFound, ($"Clauses[{random.Next(5)}].Applies", "True"), ("Reason", One(Texts))),
            2 => desk.PostAsync($"{address}?handler=Measure", PaperForm.NothingFound, ("Temperature", One(["373", "386", "36.5", "x"])), ("FoundNormal", One(["True", "False"]))),
            _ => desk.PostAsync($"{address}?handler=Approve", PaperForm.NothingFound, ("Temperature", One(["365", "371", ""]))),
        });
        See(desk);
    }

    private async Task CardAsync()
    {
        var desk = await DeskAsync();
        await OpenAnyAsync(desk, "/Passes", "/Passes/Details/");
        // One that is not offered is not pressed.
        await desk.PressAsync("已打印");
        await desk.PressAsync("已盖章");
        if (random.Next(3) > 0)
        {
            await desk.PressAsync("已发放", ("领取人", One(["本人", "代领"])), ("代领人姓名", One(Names)), ("与持卡人关系", One(Texts)));
        }
    }

    private async Task EndCardAsync()
    {
        var desk = await DeskAsync();
        await OpenAnyAsync(desk, One(["/Passes?list=live", "/Passes?list=ended"]), "/Passes/Details/");
        if (desk.Page.Address.Split('?')[0].Split('/') is ["", "Passes", "Details", var id])
        {
            if (random.Next(2) == 0)
            {
                await desk.OpenAsync($"/Passes/Reprint/{id}");
                await desk.ScribbleAsync(random.Next, form => form.Address.Contains("Reprint", StringComparison.Ordinal));
            }
            else
            {
                await desk.OpenAsync($"/Passes/Revoke/{id}");
                await desk.PostAsync($"/Passes/Revoke/{id}", new Dictionary<string, string> { ["Clause"] = One(Enum.GetNames<RefusalClause>()), ["Reason"] = "接疾控通知" });
            }
        }
    }

    private async Task SearchAsync()
    {
        var desk = await DeskAsync(orTownship: true);
        var text = Uri.EscapeDataString(One(Searches));
        await desk.OpenAsync(random.Next(4) switch
        {
            0 => $"/Residents?q={text}",
            1 => $"/Passes?q={text}&list=live",
            _ => $"/Declarations?q={text}{(random.Next(3) == 0 ? "&State=" + One(Enum.GetNames<DeclarationState>()) : "")}",
        });
        See(desk);
    }

    private async Task ListAsync()
    {
        var desk = await DeskAsync(orTownship: true);
        await desk.OpenAsync(One(Lists));
        See(desk);
        // The heads of the columns, pages, filters.
        await desk.ClickAsync(random.Next);
        See(desk);
    }

    private async Task GateAsync()
    {
        var guard = await DeskAsync("kakou");
        await guard.OpenAsync("/Verification/Check");
        var number = _numbers.Count > 0 ? One([.. _numbers]) : twins.Offices[0] + "0000001X";
        await guard.PostAsync("/Verification/Check", new Dictionary<string, string> { ["Code"] = number });
        await guard.ScribbleAsync(random.Next, form => form.Posts && form.Address.Contains("handler=Record", StringComparison.Ordinal));
    }

    private async Task ReportAsync()
    {
        var desk = await DeskAsync(orTownship: true);
        await desk.FileAsync($"/Reports?handler=File&report={One([.. ReportCatalog.All.Select(report => report.Code)])}&firstDay={Typed(-random.Next(5))}&lastDay={Typed(-random.Next(2))}");
    }

    private async Task AuditAsync()
    {
        var desk = await DeskAsync("shenji");
        await desk.OpenAsync($"/Audit?sort={One(["number", "user", "done", "subject", "place", "workstation", "-user", "-place", "-done", ""])}&UserName={Uri.EscapeDataString(One(["", "yiren", "YIREN", "测试", "%"]))}&Subject={Uri.EscapeDataString(One(["", "申报", "马", "_"]))}");
        await desk.ClickAsync(random.Next);
    }

    private async Task ClickAsync()
    {
        var desk = await DeskAsync(One(TwinOffices.Users));
        await desk.OpenAsync("/");
        for (var i = 0; i < 3; i++)
        {
            await desk.ClickAsync(random.Next);
            See(desk);
        }
    }

    private async Task ScribbleAsync()
    {
        var desk = await DeskAsync();
        await OpenAnyAsync(desk, One(Lists), One(["/Residents/", "/Passes/", "/Declarations/", "/HealthStatuses/", "/Review/", "/Supervision/", "/Venues/"]));
        await desk.ScribbleAsync(random.Next, form => !NotScribbled.Any(form.Address.StartsWith) && form.Address != "/");
        See(desk);
    }

    /// <summary>Opens a list and a paper of it; now and then one that was seen before, perhaps in the other office.</summary>
    private async Task OpenAnyAsync(TwinDesk desk, string list, string paper)
    {
        await desk.OpenAsync(list);
        See(desk);
        var listed = random.Next(6) > 0 ? Paper().Matches(desk.Page.Html).Select(match => match.Groups[1].Value) : _seen;
        if (listed.Where(address => address.StartsWith(paper, StringComparison.Ordinal)).ToList() is { Count: > 0 } papers)
        {
            await desk.OpenAsync(papers[random.Next(papers.Count)]);
            See(desk);
        }
    }

    private void See(TwinDesk desk)
    {
        foreach (Match paper in Paper().Matches(desk.Page.Html))
        {
            _seen.Add(paper.Groups[1].Value);
        }

        _numbers.UnionWith(Number().Matches(desk.Page.Text).Select(number => number.Value));
    }

    private Task<TwinDesk> DeskAsync(bool orTownship = false) => DeskAsync(random.Next(4) > 0 ? "yiren" : orTownship ? "zhen" : "neighbour");

    /// <summary>Whoever has been away too long signs in again.</summary>
    private async Task<TwinDesk> DeskAsync(string user)
    {
        var desk = _desks.TryGetValue(user, out var known) && twins.Now - known.At < Idle && known.Desk.IsSignedIn ? known.Desk : await twins.SignInAsync(user);
        _desks[user] = (desk, twins.Now);
        return desk;
    }

    private T One<T>(IReadOnlyList<T> choice) => choice[random.Next(choice.Count)];

    private string? Maybe(string value) => random.Next(3) == 0 ? value : null;

    private string Typed(int days) => twins.Now.AddDays(days).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    [GeneratedRegex("""href="(/[A-Za-z]+/[A-Za-z]+/\d+)""")]
    private static partial Regex Paper();

    [GeneratedRegex(@"\b64\d{17}[\dX]\b")]
    private static partial Regex Number();
}
