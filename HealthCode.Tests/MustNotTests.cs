using System.Reflection;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using static HealthCode.Tests.Support.LawfulCase;
using static HealthCode.Tests.Support.PrintCase;

namespace HealthCode.Tests;

/// <summary>What is never done: the last table of HealthCode.Domain/RULES.md, sentence by sentence.</summary>
/// <remarks>Here what the Domain alone can prove; what it takes the server to prove is in MustNotTests.Server.cs.</remarks>
public sealed partial class MustNotTests
{
    private static readonly DateOnly LastDay = Today.AddDays(14);

    [Fact]
    public void No_item_4()
    {
        Assert.DoesNotContain(4, HealthQuestion.All.Select(question => question.Number));
        Assert.Equal(8, typeof(HealthAnswers).GetProperties().Length);
    }

    [Fact]
    public void No_refusal_without_one_of_the_five_clauses_or_the_conditions_of_1_1()
    {
        var declaration = Submitted();

        Assert.Equal([ReviewRules.RefusalHasGround], Forbids(() => declaration.Refuse(NothingFound, "村里说不行", 1, Pack, Reviewer, Now, Today)));
        Assert.Equal([ReviewRules.RefusalHasGround], Forbids(() => declaration.Refuse(new(), "村里说不行", 1, Pack, Reviewer, Now, Today)));
        Assert.Equal(DeclarationState.AwaitingReview, declaration.State);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public void No_refusal_on_7_8_9(bool metFeverish, bool willReport, bool willKeepAway)
    {
        var declaration = Submitted(Form with
        {
            Answers = Form.Answers with { MetFeverish = metFeverish, WillReport = willReport, WillKeepAway = willKeepAway },
        });

        Assert.Equal([ReviewRules.RefusalHasGround], Forbids(() => declaration.Refuse(NothingFound, "不承诺", 1, Pack, Reviewer, Now, Today)));
        declaration.Approve(NothingFound, 1, Pack, Reviewer, Now, Today);
    }

    [Fact]
    public void No_temperature_verdict_computed()
    {
        var fever = NothingFound.With(new(RefusalClause.Symptoms) { Applies = true, Symptoms = PresentSymptom.Fever });
        for (var tenths = 350; tenths <= 420; tenths++)
        {
            var normal = NothingFound with { Temperature = Measured($"{tenths}") };
            var abnormal = fever with { Temperature = Measured($"{tenths}", foundNormal: false) };

            Assert.Empty(ReviewRules.ValidateApproval(Form, normal, Pack, Today));
            Assert.Equal([ReviewRules.RefusalHasGround], ReviewRules.ValidateRefusal(normal, "发热", Pack, Today).Select(breach => breach.Rule));
            Assert.Equal([ReviewRules.NoClauseApplies], ReviewRules.ValidateApproval(Form, abnormal, Pack, Today).Select(breach => breach.Rule));
            Assert.Empty(ReviewRules.ValidateRefusal(abnormal, "发热", Pack, Today));
        }
    }

    [Fact]
    public void No_member_tells_normal_from_abnormal_but_the_tick_of_a_person()
    {
        Assert.DoesNotContain(typeof(BodyTemperature).GetInterfaces(), type => type.Name.StartsWith("ICompar", StringComparison.Ordinal));
        Assert.Equal(
            [
                "BodyTemperature.Equals", "BodyTemperature.TryParse", "BodyTemperature.op_Equality", "BodyTemperature.op_Inequality",
                "TemperatureReading.Equals", "TemperatureReading.get_FoundNormal", "TemperatureReading.get_Site", "TemperatureReading.op_Equality", "TemperatureReading.op_Inequality",
            ],
            typeof(BodyTemperature).Assembly.GetExportedTypes()
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(method => IsVerdict(method.ReturnType) && IsAboutTemperature(method))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_mandatory_phone_number()
    {
        var declaration = Submitted(Form with { Phone = null });

        Assert.Empty(declaration.Content.BlankItems(Pack.Pass));
        declaration.Approve(NothingFound, 1, Pack, Reviewer, Now, Today);
        Assert.Null(HealthPass.Issue(declaration, Office(), Number(), null, Today).EndedAt);
        Assert.Empty(DeclarationRules.Validate(Form with { Person = BornOn(new(2012, 1, 1)), Stays = [], Guardian = Father with { Phone = null } }, Today));
    }

    [Fact]
    public void No_card_without_the_review()
    {
        var waiting = Submitted();
        var returned = Submitted();
        returned.ReturnForCorrection(NothingFound, ["第(6)项"], "", 1, Reviewer, Now, Today);
        var refused = Submitted();
        refused.Refuse(NothingFound with { ManagedHere = false }, "不归本村管理", 1, Pack, Reviewer, Now, Today);

        Assert.All([waiting, returned, refused], declaration =>
            Assert.Equal([PassRules.DeclarationApproved], Forbids(() => HealthPass.Issue(declaration, Office(), Number(), null, Today))));
    }

    [Fact]
    public void No_card_without_the_stamp()
    {
        Assert.All([PassState.AwaitingPrint, PassState.Printed], state =>
            Assert.Equal([PassRules.StepInOrder], Forbids(() => Pass(state).HandOver("本人", Office(), Now, Today))));
        Assert.Equal([PassRules.StepInOrder], Forbids(() => Pass(PassState.AwaitingPrint).Stamp(Reviewer, Office(), Now, Today)));
        Assert.All([PassState.AwaitingPrint, PassState.Printed, PassState.Stamped], state =>
            Assert.DoesNotContain("有效", PassDisplayState.Of(Pass(state), Office(), Today).Word, StringComparison.Ordinal));
    }

    [Fact]
    public void No_validity_other_than_14_days()
    {
        for (var day = new DateOnly(2020, 2, 28); day < new DateOnly(2021, 4, 1); day = day.AddDays(1))
        {
            Assert.Equal(day.AddDays(14), Issued(day).Validity.LastDay);
        }

        Assert.Equal(14, Pack.Pass.ValidityDays);
    }

    [Fact]
    public void No_extension()
    {
        Assert.False(typeof(HealthPass).GetProperty(nameof(HealthPass.Validity))!.SetMethod!.IsPublic);
        Assert.DoesNotContain(
            typeof(HealthPass).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).SelectMany(method => method.GetParameters()),
            parameter => parameter.ParameterType == typeof(ValidityPeriod) || parameter.Name is "days" or "lastDay");

        var pass = Pass(PassState.HandedOver);
        pass.Print(Office(), Now, LastDay);
        Assert.Equal(LastDay, pass.Validity.LastDay);
        Assert.Equal([PassRules.NotExpired], Forbids(() => pass.TakeBackForRenewal(Now, LastDay.AddDays(1))));
    }

    [Fact]
    public void A_reprint_keeps_the_end_date()
    {
        var pass = Pass(PassState.HandedOver);
        for (var sequence = 2; sequence < 6; sequence++)
        {
            pass = pass.Reprint(sequence % 2 == 0, "赶集时", Number(sequence), Office(), Now, LastDay.AddDays(sequence - 6));
            Assert.Equal((Today, LastDay), (pass.Validity.FirstDay, pass.Validity.LastDay));
        }
    }

    [Theory]
    [InlineData(PassState.AwaitingPrint)]
    [InlineData(PassState.Printed)]
    [InlineData(PassState.Stamped)]
    [InlineData(PassState.HandedOver)]
    public void No_second_live_card_per_person(PassState state)
    {
        var first = Pass(state);

        Assert.Equal([PassRules.OneLivePass], Forbids(() => HealthPass.Issue(Approved(LastDay), Office(), Number(2), first, LastDay)));
        Assert.True(first.IsCurrent);

        var reprint = first.Reprint(true, "赶集时", Number(2), Office(), Now, Today);
        Assert.Equal((false, true), (first.IsLive(Today), reprint.IsLive(Today)));
    }

    // The printed code carries the card number and nothing else.
    [Fact]
    public void No_colour_no_health_code_wording_and_no_pass_meaning_in_our_QR() =>
        Assert.All(Enum.GetValues<PassState>(), state => Assert.Matches("^[0-9]{19}[0-9X]$", Pass(state).Number));

    [Theory]
    [InlineData("2020-02-27", false)]
    [InlineData("2020-02-28", true)]
    [InlineData("2020-02-29", true)]
    public void No_issue_before_2020_02_28(string day, bool allowed)
    {
        var declaration = Approved(Day(day));
        void Issue() => HealthPass.Issue(declaration, Office(), Number(), null, Day(day));

        if (allowed)
        {
            Issue();
        }
        else
        {
            Assert.Equal([PassRules.NotBeforeFirstDay], Forbids(Issue));
        }
    }

    [Theory]
    [InlineData("2020-03-06", true)]
    [InlineData("2020-03-05", false)]
    [InlineData("2020-03-04", false)]
    public void No_issue_after_the_end_of_the_epidemic(string ended, bool allowed)
    {
        var office = Office();
        office.EndEpidemic(Day(ended), Today);
        var (declaration, toReprint, toPrint, toStamp, toHandOver) =
            (Approved(), Pass(PassState.HandedOver), Pass(PassState.AwaitingPrint), Pass(PassState.Printed), Pass(PassState.Stamped));
        Action[] issuing =
        [
            () => HealthPass.Issue(declaration, office, Number(), null, Today),
            () => toReprint.Reprint(true, "赶集时", Number(2), office, Now, Today),
            () => toPrint.Print(office, Now, Today),
            () => toStamp.Stamp(Reviewer, office, Now, Today),
            () => toHandOver.HandOver("本人", office, Now, Today),
        ];

        Assert.All(issuing, verb =>
        {
            if (allowed)
            {
                verb();
            }
            else
            {
                Assert.Equal([PassRules.NotAfterEnd], Forbids(verb));
            }
        });
    }

    // A run takes cards, and before approval there is none.
    [Fact]
    public void No_print_before_approval()
    {
        Assert.Equal([PassRules.DeclarationApproved], Forbids(() => HealthPass.Issue(Submitted(), Office(), Number(), null, Today)));
        Assert.Equal([PrintRules.Some], Forbids(() => Begun(1, [])));
        Assert.All(
            typeof(PrintRun).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => method.ReturnType == typeof(PrintRun)),
            method => Assert.Contains(
                method.GetParameters(), parameter => parameter.ParameterType == typeof(HealthPass) || parameter.ParameterType == typeof(IReadOnlyList<HealthPass>)));
        Assert.Empty(typeof(PrintRun).GetConstructors());
    }

    [Fact]
    public void No_card_number_on_a_blank_form()
    {
        for (var sequence = 1; sequence < 1000; sequence++)
        {
            var form = PrintedForm.Of(PrintedFormNumber.Of(DivisionCode.Parse(Code), sequence), Code, Now);

            Assert.False(PassNumber.TryParse(form.Number, out _));
            Assert.False(PassNumber.TryParse(form.Number.TrimStart('B'), out _));
        }
    }

    [Fact]
    public void No_second_live_card_out_of_a_printer_jam()
    {
        var cards = Cards(4);
        var run = LaidOut(1, cards);

        run.Check([1], cards, Office(), Now, Today);
        Assert.Equal([PrintRules.NotPrintedYet], Forbids(() => LaidOut(2, cards)));
        run.FinishLayout();
        run.Check([], cards, Office(), Now, Today);
        Assert.Equal([PrintRules.NotPrintedYet], Forbids(() => LaidOut(2, cards)));

        // As many lives as before, each on one good sheet only; the jammed one is accounted for as spoiled.
        Assert.Equal([1, 2, 3, 4], run.Sheets.Where(sheet => sheet.State == SheetState.Good).SelectMany(sheet => sheet.PassIds));
        Assert.Equal([SheetState.Spoiled, SheetState.Good], run.Sheets.Select(sheet => sheet.State));
        Assert.Equal(Enumerable.Range(1, 4).Select(n => Number(n).Value), cards.Select(card => card.Number));
    }

    private static bool IsVerdict(Type type) => type == typeof(bool) || type == typeof(bool?) || type == typeof(int) || type.IsEnum;

    private static bool IsAboutTemperature(MethodInfo method) =>
        method.Name != "GetHashCode" && (IsTemperature(method.DeclaringType!) || method.GetParameters().Any(parameter => IsTemperature(parameter.ParameterType)));

    private static bool IsTemperature(Type type)
    {
        var bare = type.IsByRef ? type.GetElementType()! : type;
        bare = Nullable.GetUnderlyingType(bare) ?? bare;
        return bare == typeof(BodyTemperature) || bare == typeof(TemperatureReading);
    }
}
