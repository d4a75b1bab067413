using System.Net;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HealthCode.Tests.Support.RegisterCase;

namespace HealthCode.Tests.Pages.Registers;

/// <summary>台账: which desk a province shows, what each page does, what is masked.</summary>
public sealed class DeskPagesTests
{
    public static TheoryData<string, int> Provinces => new() { { "hainan", 4 }, { "ningxia", 1 }, { "hebei", 0 }, { "national", 0 } };

    [Theory]
    [MemberData(nameof(Provinces))]
    public async Task A_province_shows_the_desks_of_its_notices_and_no_other(string province, int desks)
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: RulePacks.InForce(province, Today));
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync("/");
        Assert.Equal(desks > 0, clerk.Page.QuerySelectorAll("nav.rail a").Any(link => link.TextContent.Contains("台账", StringComparison.Ordinal)));
        var shown = 0;
        foreach (var kind in Enum.GetValues<RegisterKind>())
        {
            foreach (var page in (string[])["", "/Grid", "/Create", "/Slips"])
            {
                var isShown = (await clerk.OpenAsync($"/Registers/{kind}{page}")).Status == HttpStatusCode.OK;
                shown += isShown ? 1 : 0;
            }
        }

        Assert.Equal(desks * 4, shown);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync("/Registers/Vaccines")).Status);
        Assert.Equal(desks, await ImportsAsync(clerk));
    }

    [Fact]
    public async Task One_desk_alone_is_opened_at_once()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync("/Registers");

        Assert.Equal("返宁登记", clerk.Title);
    }

    [Fact]
    public async Task A_wrong_row_stays_with_its_sentence_and_does_not_stop_the_others()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await server.ClerkAsync();
        var shop = await server.AddFacilityAsync(RegisterKind.Medicines);
        await clerk.OpenAsync("/Registers/Medicines/Grid");

        await clerk.PostAsync("/Registers/Medicines/Grid",
        [
            .. clerk.MainFields().Where(field => !field.Key.StartsWith("Input.", StringComparison.Ordinal)), new("Input.FacilityId", $"{shop}"), new("Input.Day", "3.4"),
            new("Input.Rows[0].Cells[Name]", Name(0)), new("Input.Rows[0].Cells[DocumentNumber]", Number(0)), new("Input.Rows[0].Cells[Drugs]", "退热贴 10000"),
            new("Input.Rows[1].Cells[Name]", Name(1)), new("Input.Rows[1].Cells[DocumentNumber]", Number(1)), new("Input.Rows[1].Cells[Drugs]", "退热贴 1"),
        ]);

        Assert.StartsWith(RegisterRules.QuantityInRange.Sentence, Assert.Single(clerk.Errors), StringComparison.Ordinal);
        Assert.Equal("退热贴 10000", clerk.Page.QuerySelector("[name='Input.Rows[0].Cells[Drugs]']")!.GetAttribute("value"));
        Assert.Equal("", clerk.Page.QuerySelector("[name='Input.Rows[1].Cells[Drugs]']")!.GetAttribute("value") ?? "");
        var saved = await server.InDbAsync(db => db.RegisterEntries.SingleAsync());
        Assert.Equal((new DateOnly(2020, 3, 4), (long?)shop, 1), (saved.On, saved.FacilityId, saved.Number));
    }

    [Fact]
    public async Task A_slip_without_a_facility_is_said_at_the_head()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await server.ClerkAsync();

        await clerk.KeyAsync(RegisterKind.Medicines, null, (RegisterField.Name, Name(0)), (RegisterField.DocumentNumber, Number(0)), (RegisterField.Drugs, "退热贴 1"));

        Assert.Equal([RegisterRules.FacilityChosen.Sentence], clerk.Errors);
    }

    [Fact]
    public async Task A_row_sent_by_the_script_is_answered_with_its_sentences()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Registers/Returnees/Grid");
        async Task<string> RowAsync(string origin)
        {
            using var answer = await clerk.Http.PostAsync(new Uri("/Registers/Returnees/Grid?handler=Row", UriKind.Relative), new FormUrlEncodedContent(
            [
                .. clerk.MainFields().Where(field => !field.Key.StartsWith("Input.", StringComparison.Ordinal)), new("Input.Day", "3.5"), new("Input.Rows[0].Cells[Name]", Name(0)),
                new("Input.Rows[0].Cells[DocumentNumber]", Number(0)), new("Input.Rows[0].Cells[Origin]", origin), new("Input.Rows[0].Cells[ExpectedOn]", "3.6"),
            ]));
            using var sentences = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            return string.Concat(sentences.RootElement.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()));
        }

        Assert.Contains("1 省外，2 省内", await RowAsync("3"), StringComparison.Ordinal);
        Assert.Equal("", await RowAsync("1"));
        Assert.Contains(RegisterRules.NotTwice.Sentence, await RowAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_shown_masked_until_somebody_says_why()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await server.ClerkAsync();
        var shop = await server.AddFacilityAsync(RegisterKind.Medicines);
        var entry = await server.KeyedAsync(clerk, RegisterKind.Medicines, shop, 0, (RegisterField.Drugs, "退热贴 1"), (RegisterField.Phone, "13800000007"),
            (RegisterField.ForOther, "1"), (RegisterField.PatientPhone, "13911112222"), (RegisterField.PatientName, "纳福贵"));

        await clerk.OpenAsync($"/Registers/Details/{entry}");
        Assert.All(new[] { Number(0), "13800000007", "13911112222" }, secret => Assert.DoesNotContain(secret, clerk.Html, StringComparison.Ordinal));
        Assert.Contains(Name(0), clerk.Text, StringComparison.Ordinal);

        await clerk.OpenAsync($"/Registers/Unmask/{entry}");
        await clerk.SendAsync(("原因", "打电话联系本人或家属"));
        Assert.All(new[] { Number(0), "13800000007", "13911112222" }, secret => Assert.Contains(secret, clerk.Html, StringComparison.Ordinal));
        Assert.Equal("购药登记 1", (await server.InDbAsync(db => db.AuditRecords.SingleAsync(record => record.Action == "显示完整信息"))).Subject);
    }

    [Fact]
    public async Task An_entry_of_another_office_does_not_exist()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await server.ClerkAsync();
        var entry = await server.KeyedAsync(clerk, RegisterKind.Returnees, null, 0, (RegisterField.Origin, "1"), (RegisterField.ExpectedOn, "3.6"));
        var other = await server.AddOfficeAsync(await server.FirstVillageAsync(1), Hainan.Pack);
        var stranger = await server.SignedInUserAsync("waicun", other.Code, HealthCode.Web.Security.Roles.Clerk);

        foreach (var page in (string[])["Details", "Edit", "Unmask", "Notice"])
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await stranger.OpenAsync($"/Registers/{page}/{entry}")).Status));
        }
    }

    [Fact]
    public async Task A_person_is_found_by_name_pinyin_number_patient_and_slip()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await server.ClerkAsync();
        var shop = await server.AddFacilityAsync(RegisterKind.Medicines);
        await server.KeyedAsync(clerk, RegisterKind.Medicines, shop, 0, (RegisterField.SlipNumber, "000031"), (RegisterField.Drugs, "退热贴 1"), (RegisterField.ForOther, "1"), (RegisterField.PatientName, "纳福贵"), (RegisterField.PatientPhone, "13911112222"));
        await server.KeyedAsync(clerk, RegisterKind.Medicines, shop, 5, (RegisterField.Drugs, "退热贴 1"));

        foreach (var text in (string[])[Name(0), "纳福", "nfg", Number(0)[^4..], "2222", "31"])
        {
            await clerk.OpenAsync("/Registers/Medicines");
            await clerk.SendAsync(("找一条", text));
            Assert.Equal((text, Name(0)), (text, Assert.Single(clerk.Page.QuerySelectorAll("section[aria-live] td.name")).TextContent.Trim()));
            // Two digits may stand anywhere in a token.
            var escaped = Uri.EscapeDataString(text);
            Assert.DoesNotContain(escaped.Length > 2 ? escaped : "=" + escaped, clerk.Address, StringComparison.Ordinal);
        }
    }

    private static async Task<int> ImportsAsync(OfficeBrowser clerk)
    {
        await clerk.OpenAsync("/Imports");
        return Enum.GetValues<RegisterKind>().Count(kind => clerk.Text.Contains(kind.ChineseName() + "导入", StringComparison.Ordinal));
    }
}
