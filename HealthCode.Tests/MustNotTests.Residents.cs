using System.Net;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Slips;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests;

public sealed partial class MustNotTests
{
    [Fact]
    public void No_paper_certifies_anything()
    {
        var statement = CircumstanceStatement.Write(Resident.Enter(Office(), new() { Person = Applicant }, Today), "老人", "没有智能手机", "本人", false, Hebei.Pack, Today);
        using var paper = new PdfInspector(StatementSlip.Draw(statement, Hebei.Pack.HealthCode, Office()));

        Assert.DoesNotContain("兹证明", paper.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain("特此证明", paper.Words(1), StringComparison.Ordinal);
        Assert.Empty(paper.Codes(1, 150));
        Assert.DoesNotContain(Directory.EnumerateFiles(SourceTree.Folder("HealthCode.Web"), "*.cs*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("兹证明", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ningxia")]
    [InlineData("hainan")]
    [InlineData("national")]
    [InlineData("hebei")]
    public async Task No_statement_and_no_claim_where_the_notices_know_none_and_none_for_who_has_the_code(string province)
    {
        var pack = RulePacks.InForce(province, Today);
        await using var server = await OfficeServer.WithOfficeAsync(pack: pack);
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();

        Assert.Equal(province == "hebei" ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await clerk.OpenAsync($"/Residents/Statement/{id}")).Status);
        Assert.Equal(province == "hebei", (await clerk.OpenAsync($"/Residents/Details/{id}")).Text.Contains("代领", StringComparison.Ordinal));
        if (province == "hebei")
        {
            await clerk.OpenAsync($"/Residents/Code/{id}");
            await clerk.PressAsync("记下有码", ("怎么知道的", "本人出示"));
            await clerk.OpenAsync($"/Residents/Statement/{id}");
            await clerk.SendAsync(("属于哪一类", "老人"), ("为什么不便申领", "没有智能手机"));
            Assert.Equal([GuardianshipRules.StatementWithoutCode.Sentence], clerk.Errors);
        }
    }

    [Fact]
    public async Task No_full_address_or_telephone_on_anything_but_the_list_of_who_walks()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var ids = await server.AddResidentsAsync(3);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Residents/Outreach");
        await clerk.PressAsync("排一次上门，马晓燕");
        var round = clerk.Address.Split('/')[^1];

        foreach (var page in new[] { "/Residents", $"/Residents/Details/{ids[0]}", $"/Residents/Household/{ids[0]}", "/Residents/Doubles", "/Residents/Outreach", $"/Residents/Outreach/Round/{round}", $"/Residents/Outreach/Grid/{round}" })
        {
            var text = (await clerk.OpenAsync(page)).Text;
            Assert.DoesNotContain("13810000000", text, StringComparison.Ordinal);
            Assert.DoesNotContain("样例村1号", text, StringComparison.Ordinal);
        }

        using var list = new PdfInspector(await clerk.Http.GetByteArrayAsync($"/Residents/Outreach/List/{round}"));
        Assert.Contains("13810000000", list.Words(1), StringComparison.Ordinal);
        Assert.Contains("样例村1号", list.Words(1), StringComparison.Ordinal);
        Assert.True(await server.InDbAsync(db => db.AuditRecords.AnyAsync(record => record.Action == "打印上门名单")));
    }

    [Fact]
    public async Task Moving_house_or_away_changes_no_card()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var cards = await server.IssueAsync(1);
        await server.HandOverAsync(cards);
        var id = (await server.EnterHoldersAsync(cards))[0];
        var clerk = await server.ClerkAsync();
        var before = await server.InDbAsync(db => db.Passes.AsNoTracking().SingleAsync());

        await clerk.OpenAsync($"/Residents/Edit/{id}");
        await clerk.SendAsync(("住址", "样例村9组1号"), ("村民小组", "9组"), ("为什么改", "搬家"));
        await clerk.OpenAsync($"/Residents/Leave/{id}");
        await clerk.SendAsync(("迁出还是去世", "迁出"), ("从哪天起", "20200305"));

        var after = await server.InDbAsync(db => db.Passes.AsNoTracking().SingleAsync());
        Assert.Equal((PassState.HandedOver, before.ResidenceAddress, before.Validity.LastDay, true), (after.State, after.ResidenceAddress, after.Validity.LastDay, after.IsCurrent));
    }

    [Fact]
    public async Task No_search_of_a_resident_leaves_his_name_in_an_address()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.AddResidentsAsync(1);
        var clerk = await server.SignedInUserAsync("luru", await server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync()), Roles.Clerk);
        await clerk.OpenAsync("/Residents");
        await clerk.SendAsync(("找谁", "马德山"));

        Assert.Contains("马德山", clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("马德山", Uri.UnescapeDataString(clerk.Address), StringComparison.Ordinal);
    }
}
