using System.Text.RegularExpressions;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Architecture;

/// <summary>A list that can grow has pages and sortable heads: a page with a table of rows either uses the one mechanism or says here why it need not.</summary>
public sealed partial class ListPagesTests
{
    /// <summary>Tables that are bounded by what they show, each with the reason.</summary>
    private static readonly Dictionary<string, string> Bounded = new()
    {
        ["Account/Sessions"] = "the sessions of one user",
        ["Administration/Backups/Index"] = "backups of 30 days",
        ["Administration/Keys/DataKeys"] = "the keys of the server",
        ["Administration/Keys/Trust"] = "the offices of a county, and their keys",
        ["Administration/Offices/Divisions"] = "the columns of the file to import",
        ["Administration/Offices/Index"] = "the offices of the server",
        ["Administration/System/Addresses"] = "the PCs of the administrators",
        ["Administration/Users/Permissions"] = "the table of permissions",
        ["Declarations/FindHousehold"] = "the doubles of one name or number",
        ["Declarations/Household"] = "one household",
        ["Declarations/Sitting"] = "one household",
        ["Disclosures/History"] = "what is told to one resident, as it is printed",
        ["EpidemicEnds/Index"] = "the steps of one destruction",
        ["HealthStatuses/Details"] = "one resident, the last 14 days",
        ["HealthStatuses/Grid"] = "a round list as it lies on the desk",
        ["HealthStatuses/Summary"] = "figures",
        ["Imports/Details"] = "the first faults of one file",
        ["Index"] = "what has waited longest",
        ["Passes/HandOver"] = "one household",
        ["Passes/Scan"] = "the last ten scans",
        ["Printing/Index"] = "the cards of one print run, ticked together",
        ["Printing/Run"] = "the sheets of one print run",
        ["Registers/Facility"] = "one unit",
        ["Registers/Grid"] = "a batch of slips as it lies on the desk",
        ["Reports/Charts"] = "figures of 14 days",
        ["Reports/Courier"] = "the packages of an office, a line a day",
        ["Reports/CourierReceive"] = "the offices of a township",
        ["Reports/Index"] = "the reports there are",
        ["Residents/Doubles"] = "what is left to be merged",
        ["Residents/Household"] = "one household",
        ["Residents/Merge"] = "two entries of one person",
        ["Residents/Outreach/Grid"] = "one list as it lies on the desk",
        ["Residents/Outreach/Round"] = "one list as it is printed",
        ["Residents/_Timeline"] = "one resident",
        ["Supervision/Deadline"] = "the reporters of one deadline",
        ["Supervision/Inspection"] = "the items of one form",
        ["Supervision/Notices"] = "the notices of a province",
        ["Supervision/SelfCheck"] = "the items of one sheet",
        ["Supervision/_DueTable"] = "what is due now",
        ["Tips/Areas"] = "the areas of one village",
        ["Venues/Check"] = "the sheets of one door",
        ["Venues/Duty"] = "one door, two weeks",
        ["Venues/Poster"] = "the posters of one venue",
    };

    private static readonly IReadOnlyDictionary<string, string> Views = Directory.EnumerateFiles(Folder, "*.cshtml", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Folder, file)[..^".cshtml".Length].Replace('\\', '/'), File.ReadAllText);

    [Fact]
    public void A_table_of_rows_has_pages_and_heads_or_a_reason() =>
        Assert.Equal([], Views.Where(view => IsList(view.Value) && !IsPaged(view.Value) && !Bounded.ContainsKey(view.Key)).Select(view => view.Key));

    [Fact]
    public void No_reason_is_given_for_what_has_pages() =>
        Assert.Equal([], Bounded.Keys.Where(page => Views.TryGetValue(page, out var text) && IsPaged(text)));

    [Fact]
    public void No_page_cuts_its_list_off_by_a_number_of_its_own_and_hides_the_rest() =>
        Assert.Equal([], Views.Keys.Where(page => IsPaged(Views[page]) && File.Exists(Code(page)) && CutOff().IsMatch(File.ReadAllText(Code(page)))));

    [Fact]
    public void Twin_a_list_without_pages_would_be_found()
    {
        Assert.True(IsList("<table class=\"list\">") && IsList("<table class=\"list matrix\">") && !IsList("<ul class=\"list\">"));
        Assert.False(IsPaged("<table class=\"list\"><th>号</th>"));
        Assert.Matches(CutOff(), "private const int Most = 100;");
        Assert.InRange(Views.Values.Count(IsPaged), 20, 100);
    }

    private static bool IsList(string view) => view.Contains("<table class=\"list", StringComparison.Ordinal);

    private static bool IsPaged(string view) => view.Contains("<th sort=\"", StringComparison.Ordinal) || view.Contains("<pages of=\"", StringComparison.Ordinal);

    private static string Folder => Path.Combine(SourceTree.Folder("HealthCode.Web"), "Pages");

    private static string Code(string page) => Path.Combine(Folder, page + ".cshtml.cs");

    [GeneratedRegex(@"const int (Most|Recent\w*|OnePage|Shown\w*) =")]
    private static partial Regex CutOff();
}
