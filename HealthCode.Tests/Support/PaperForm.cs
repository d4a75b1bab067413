using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>The form fields of a declaration and of its review, all valid, of which a test changes one thing.</summary>
public static class PaperForm
{
    /// <summary>Synthetic ID number of a man born on 1948-02-29.</summary>
    public const string Number = "640104194802290010";

    /// <summary>Entered on 2020-03-05 for a healthy man of 72 who has lived in the village for years.</summary>
    public static IReadOnlyDictionary<string, string> Filled { get; } = new Dictionary<string, string>
    {
        ["Name"] = "马德山",
        ["Sex"] = "Male",
        ["BirthDate"] = "19480229",
        ["DocumentKind"] = "ResidentIdCard",
        ["DocumentNumber"] = Number,
        ["Stays[0].Address"] = "宁夏回族自治区银川市兴庆区样例街道样例社区3号",
        ["Stays[0].FirstDay"] = "20190101",
        ["DomicileAddress"] = "宁夏回族自治区银川市兴庆区",
        ["TravelScope"] = "WithinProvince",
        ["Province"] = "宁夏回族自治区",
        ["City"] = "吴忠市",
        ["TravelOn"] = "20200306",
        ["Transport"] = "OwnCar",
        ["Diagnosed"] = "False",
        ["CloseContact"] = "False",
        ["HadSymptoms"] = "False",
        ["LeftNingxia"] = "False",
        ["MetHighRisk"] = "False",
        ["MetFeverish"] = "False",
        ["WillReport"] = "True",
        ["WillKeepAway"] = "True",
        ["Signature"] = "Thumbprint",
        ["SignedOn"] = "20200305",
    };

    /// <summary>The fields of a review that leads to an approval.</summary>
    public static IReadOnlyDictionary<string, string> NothingFound { get; } = new Dictionary<string, string>
    {
        ["Temperature"] = "365",
        ["Site"] = "Forehead",
        ["FoundNormal"] = "True",
        ["LivedHere"] = "True",
        ["UnderIsolation"] = "False",
        ["Clauses[0].Applies"] = "False",
        ["Clauses[1].Applies"] = "False",
        ["Clauses[2].Applies"] = "False",
        ["Clauses[3].Applies"] = "False",
        ["Clauses[4].Applies"] = "False",
        ["LowRiskResidence"] = "True",
        ["ManagedHere"] = "True",
        ["NeedsToGoOut"] = "True",
    };

    /// <summary>Opens an empty form, enters the declaration with these changes (null leaves a field blank), and saves it.</summary>
    public static async Task<OfficeBrowser> EnterAsync(this OfficeBrowser clerk, params (string Field, string? Value)[] changes)
    {
        await clerk.OpenAsync("/Declarations/Create");
        return await clerk.PostAsync("/Declarations/Create", clerk.FieldsWith(Filled, changes));
    }

    /// <summary>Enters a declaration and returns its id.</summary>
    public static async Task<long> KeyedAsync(this OfficeBrowser clerk, OfficeServer server, params (string Field, string? Value)[] changes)
    {
        await clerk.EnterAsync(changes);
        Assert.Empty(clerk.Errors);
        return await server.InDbAsync(db => db.Declarations.MaxAsync(declaration => declaration.Id));
    }

    /// <summary>Opens the review page and posts to one of its handlers: Approve, Return, Refuse, Measure, Count.</summary>
    public static async Task<OfficeBrowser> DecideAsync(this OfficeBrowser reviewer, long id, string handler, params (string Field, string? Value)[] changes)
    {
        await reviewer.OpenAsync($"/Review/Decide/{id}");
        return await reviewer.PostAsync($"/Review/Decide/{id}?handler={handler}", reviewer.FieldsWith(NothingFound, changes));
    }

    /// <summary>Enters and approves a declaration; returns the id of the card.</summary>
    public static async Task<long> ApprovedAsync(this OfficeBrowser both, OfficeServer server, params (string Field, string? Value)[] changes)
    {
        await both.DecideAsync(await both.KeyedAsync(server, changes), "Approve");
        Assert.Empty(both.Errors);
        Assert.Equal(System.Net.HttpStatusCode.OK, both.Status);
        return await server.InDbAsync(db => db.Passes.MaxAsync(pass => pass.Id));
    }

    /// <summary>The fields of the page's form, replaced by these answers and changes. Several values of one field are separated by "|".</summary>
    public static List<KeyValuePair<string, string>> FieldsWith(this OfficeBrowser browser, IReadOnlyDictionary<string, string> answers, params (string Field, string? Value)[] changes)
    {
        var all = answers.Where(answer => changes.All(change => change.Field != answer.Key))
            .Select(answer => (answer.Key, Value: (string?)answer.Value)).Concat(changes.Select(change => (Key: change.Field, change.Value))).ToList();
        var names = all.Select(answer => "Input." + answer.Key).ToHashSet();
        return
        [
            .. browser.MainFields().Where(field => !names.Contains(field.Key)),
            .. all.Where(answer => answer.Value is not null).SelectMany(answer => answer.Value!.Split('|').Select(value => new KeyValuePair<string, string>("Input." + answer.Key, value))),
        ];
    }
}
