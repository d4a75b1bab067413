using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Browser;

/// <summary>从纸到卡 — the whole job with the keyboard alone, in a real browser, leaving pictures.</summary>
public sealed class WholeJobTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private RealBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await _server.AddUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        _desk = await RealBrowser.BeforeAsync(_server);
        await _desk.SignInAsync("yiren");
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_paper_form_becomes_a_card_in_the_hand()
    {
        await _desk.GoAsync("Alt+L");
        await KeyPaperAsync("马德山", PaperForm.Number);
        await _desk.PictureAsync("01-录入");
        await _desk.GoAsync("Alt+N");
        Assert.Contains("已保存，编号 20200305-0001", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);

        await ToReviewAsync();
        await NothingFoundAsync("365");
        await _desk.PictureAsync("02-审核");
        await _desk.GoAsync("Alt+F");

        await _desk.PictureAsync("03-通行卡-待打印");
        await _desk.GoAsync("Alt+Y");
        await _desk.GoAsync("Alt+G");
        await _desk.TabToAsync("input[name='Input.Who']");
        await _desk.Page.Keyboard.PressAsync("1");
        await _desk.GoAsync("Alt+F");
        await _desk.PictureAsync("04-通行卡-已发放");

        var card = await _server.InDbAsync(db => db.Passes.SingleAsync());
        Assert.Equal((PassState.HandedOver, "本人", new DateOnly(2020, 3, 19)), (card.State, card.CollectedBy, card.Validity.LastDay));
        Assert.Empty(_desk.ScriptErrors);
    }

    [Fact]
    public async Task A_refusal_names_its_clause_and_prints_its_slip()
    {
        await _desk.GoAsync("Alt+L");
        await KeyPaperAsync("哈登科", "640104200002291232");
        await _desk.GoAsync("Alt+N");

        await ToReviewAsync();
        await _desk.LineAsync("381");
        await _desk.PressAsync("2", "1", "Enter", "1", "2", "2", "2", "2", "2", "1");
        // 第5条适用：症状用空格勾选，再回车往下。
        await _desk.PressAsync("Space", "Enter", "Enter", "Enter", "Enter", "1", "Enter", "1", "1");
        await _desk.TabToAsync("input[name='Input.Reason']");
        await _desk.TypeAsync("额温三十八度一，已请到发热门诊");
        await _desk.PictureAsync("05-不予办理");
        await _desk.GoAsync("Alt+B");

        Assert.Contains("有发热、干咳、气促、呼吸道症状的", await _desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await _desk.PictureAsync("06-不予办理-详情");
        await _desk.TabToAsync("a", "打印不予办理告知单");
        var decision = await _server.InDbAsync(db => db.Declarations.SelectMany(each => each.Decisions).SingleAsync());
        Assert.Equal([RefusalClause.Symptoms], decision.Clauses);
        Assert.Equal(PresentSymptom.Fever, decision.Findings.FindingFor(RefusalClause.Symptoms).Symptoms);
        Assert.Empty(_desk.ScriptErrors);
    }

    [Fact]
    public async Task An_incomplete_form_is_returned_corrected_and_approved()
    {
        await _desk.GoAsync("Alt+L");
        await KeyPaperAsync("纳福贵", "642221193804150029", skipItem6: true);
        await _desk.GoAsync("Alt+N");
        await _desk.TabToAsync("input[name='Input.AcceptBlanks']");
        await _desk.PressAsync("Space");
        await _desk.GoAsync("Alt+N");

        await ToReviewAsync();
        await _desk.LineAsync("366");
        await _desk.TabToAsync("input[name='Input.MissingItems']");
        await _desk.PressAsync("Space");
        await _desk.TabToAsync("input[name='Input.Reason']");
        await _desk.TypeAsync("第(6)项没有填");
        await _desk.TabToAsync("input[name='Input.FoundNormal']");
        await _desk.PressAsync("1");
        await _desk.GoAsync("Alt+T");
        await _desk.PictureAsync("07-退回补正");

        await _desk.TabToAsync("a[href^='/Declarations/Edit']");
        await _desk.GoAsync("Enter");
        await _desk.TabToAsync("input[name='Input.MetHighRisk']");
        await _desk.PressAsync("2");
        await _desk.TabToAsync("input[name='Input.ChangeReason']");
        await _desk.TypeAsync("当面补填第(6)项");
        await _desk.PictureAsync("08-补正");
        await _desk.GoAsync("Alt+S");

        await ToReviewAsync();
        await NothingFoundAsync("366");
        await _desk.GoAsync("Alt+F");
        Assert.Equal(1, await _server.InDbAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task A_child_comes_with_its_guardian()
    {
        var number = "64010420100305002";
        await _desk.GoAsync("Alt+L");
        await KeyPaperAsync("马小兰", number + CheckCharacter.Mod11Radix2(number), guardian: "马秀英");
        await _desk.PictureAsync("09-儿童");
        await _desk.GoAsync("Alt+N");

        await ToReviewAsync();
        await NothingFoundAsync("367");
        await _desk.GoAsync("Alt+F");

        var card = await _server.InDbAsync(db => db.Passes.SingleAsync());
        Assert.Equal("马小兰", card.Holder.Name.Value);
        Assert.Equal("马秀英", (await _server.InDbAsync(db => db.Declarations.SingleAsync())).Content.Guardian!.Name.Value);
    }

    [Fact]
    public async Task What_is_typed_is_on_the_server_within_three_seconds_of_a_pause()
    {
        await _desk.OpenAsync("/Declarations/Create");
        await _desk.TypeAsync("马德");
        await _desk.Page.WaitForFunctionAsync("() => document.getElementById('draft-state').textContent.includes('已保存')", null, new() { Timeout = 3_000 });

        Assert.Equal("马德", (await _server.InDbAsync(db => db.Drafts.SingleAsync())).PersonName);
        await _desk.OpenAsync("/Declarations/Create");
        await _desk.TabToAsync(".drafts summary");
        await _desk.PressAsync("Enter");
        await _desk.TabToAsync("a", "继续：马德");
        await _desk.GoAsync("Enter");
        Assert.Equal("马德", await _desk.Page.InputValueAsync("[name='Input.Name']"));
        Assert.Equal("Input.Sex", await _desk.FocusAsync());
    }

    [Fact]
    public async Task The_number_fills_in_birth_date_and_sex_and_both_stay_editable()
    {
        await _desk.OpenAsync("/Declarations/Create");
        await _desk.LineAsync("马德山");
        await _desk.TabToAsync("input[name='Input.DocumentNumber']");
        await _desk.LineAsync(PaperForm.Number);

        await _desk.Page.WaitForFunctionAsync("() => document.querySelector('[name=\"Input.BirthDate\"]').value === '19480229'");
        Assert.True(await _desk.Page.IsCheckedAsync("#Input_Sex-Male"));
        await _desk.Page.FillAsync("[name='Input.BirthDate']", "19480301");
        Assert.Equal("19480301", await _desk.Page.InputValueAsync("[name='Input.BirthDate']"));
    }

    private async Task KeyPaperAsync(string name, string number, bool skipItem6 = false, string? guardian = null)
    {
        await _desk.LineAsync(name);
        await _desk.PressAsync("Enter");
        await _desk.PressAsync("Enter");
        if (guardian is null)
        {
            await _desk.PressAsync("Enter");
        }
        else
        {
            await _desk.PressAsync("ArrowDown", "Enter");
        }

        Assert.Equal("Input.DocumentNumber", await _desk.FocusAsync());
        await _desk.LineAsync(number);
        await _desk.PressAsync("Enter");
        Assert.Equal("Input.Stays[0].Address", await _desk.FocusAsync());
        await _desk.LineAsync("样例社区3组8号");
        await _desk.LineAsync("20190101");
        await _desk.PressAsync("Enter", "Enter");
        Assert.Equal("Input.DomicileAddress", await _desk.FocusAsync());
        await _desk.LineAsync("宁夏银川");
        await _desk.PressAsync("Enter", "1");
        Assert.Equal("宁夏回族自治区", await _desk.Page.InputValueAsync("[name='Input.Province']"));
        await _desk.LineAsync("吴忠市");
        await _desk.LineAsync("利通区");
        await _desk.PressAsync("Enter", "Enter", "Enter");
        await _desk.LineAsync("20200306");
        await _desk.PressAsync("3");
        Assert.Equal("Input.Diagnosed", await _desk.FocusAsync());
        await _desk.PressAsync("2", "2", "2", "2", skipItem6 ? "Enter" : "2", "2", "1", "1");
        await _desk.PressAsync("1");
        await _desk.LineAsync("20200305");
        Assert.Equal("Input.GuardianName", await _desk.FocusAsync());
        if (guardian is not null)
        {
            await _desk.LineAsync(guardian);
            await _desk.LineAsync("母亲");
        }
    }

    private async Task ToReviewAsync()
    {
        await _desk.TabToAsync(".rail a", "审核");
        await _desk.GoAsync("Enter");
        await _desk.TabToAsync("table.list a.button", "测温审核");
        await _desk.GoAsync("Enter");
    }

    private async Task NothingFoundAsync(string temperature)
    {
        await _desk.LineAsync(temperature);
        await _desk.PressAsync("1", "1", "Enter", "1", "2", "2", "2", "2", "2", "2", "1", "Enter", "1", "1");
    }
}
