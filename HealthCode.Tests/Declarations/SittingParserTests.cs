using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Declarations;

namespace HealthCode.Tests.Declarations;

/// <summary>一户一次办, read: what is shared reaches each form, what is a person's own never does, and a fault stands where it was typed.</summary>
public sealed class SittingParserTests
{
    [Fact]
    public void What_is_typed_once_stands_on_every_form_and_answers_and_signature_on_none_but_his_own()
    {
        var sitting = Sitting(0, 1);
        (sitting.People[1].Form.Diagnosed, sitting.People[1].Form.Signature, sitting.People[1].Form.AcceptBlanks) = (null, null, true);
        sitting.People[0].Form.ReadAloud = true;

        var forms = Read(sitting).Forms;

        Assert.All(forms, form => Assert.Equal(
            ("样例社区3组12号", "13800000012", "吴忠市", LawfulCase.Today), (form.Content.CurrentAddress, form.Content.Phone?.Value, form.Content.Travel.City, form.Content.SignedOn)));
        Assert.Equal([(false, SignatureKind.Thumbprint, true), ((bool?)null, (SignatureKind?)null, false)], forms.Select(form => (form.Content.Answers.Diagnosed, form.Content.Signature, form.Content.ReadAloud)));
    }

    [Fact]
    public void What_a_person_types_himself_stands_before_what_the_household_shares()
    {
        var sitting = Sitting(0, 1);
        var own = sitting.People[1].Form;
        (own.Stays, own.Phone, own.PhoneOwner, own.TravelScope, own.Province) = ([new() { Address = "县城里", FirstDay = "20190301" }], "13800000099", PhoneOwner.Self, TravelScope.OutsideProvince, "陕西省");
        (own.TravelOn, own.Transport, own.SignedOn, own.AcceptBlanks) = ("20200307", Transport.Train, "20200304", true);

        var content = Read(sitting).Forms[1].Content;

        Assert.Equal(("县城里", "13800000099", PhoneOwner.Self), (content.CurrentAddress, content.Phone!.Value, content.PhoneOwner));
        // A journey is taken whole, or not at all.
        Assert.Equal(("陕西省", "", Transport.Train), (content.Travel.Province, content.Travel.City, content.Travel.By!.Value));
        Assert.Equal(new(2020, 3, 4), content.SignedOn);
    }

    [Fact]
    public void A_seat_of_his_own_is_no_journey_of_his_own()
    {
        var sitting = Sitting(0);
        sitting.People[0].Form.Seat = "05A";

        var travel = Read(sitting).Forms[0].Content.Travel;

        Assert.Equal(("吴忠市", "05A"), (travel.City, travel.Seat));
    }

    [Fact]
    public void The_household_registration_is_only_his_who_says_it_is_the_same()
    {
        var sitting = Sitting(0, 1);
        sitting.People[1].SameDomicile = false;

        var parser = Read(sitting);

        Assert.Equal([1], parser.BlankItems.Keys);
        Assert.Equal(["户籍地址"], parser.BlankItems[1]);
        Assert.Equal(["People[1].Form.AcceptBlanks"], parser.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void The_guardian_is_the_childrens_alone_and_the_relation_may_be_another()
    {
        var sitting = Sitting(0, FourGenerations.Granddaughter, FourGenerations.Infant);
        (sitting.People[2].Form.GuardianRelation, sitting.People[2].Form.Stays) = ("叔叔", [new() { Address = "样例社区3组12号", FirstDay = "20191201" }]);

        var forms = Read(sitting).Forms;

        Assert.Equal([null, "父亲", "叔叔"], forms.Select(form => form.Content.Guardian?.Relation));
    }

    [Fact]
    public void The_scribe_is_everybodys_but_his_own_and_theirs_who_wrote_themselves()
    {
        var sitting = Sitting(0, 1, 2);
        (sitting.Shared.ScribeName, sitting.Shared.ScribeRelation) = ("马建国", "家人");
        sitting.People[2].WroteItHimself = true;

        Assert.Equal([null, "马建国", null], Read(sitting).Forms.Select(form => form.Content.Scribe?.Name.Value));
    }

    [Fact]
    public void A_day_that_is_none_is_told_once_where_it_was_typed()
    {
        var sitting = Sitting(0, 1, 2);
        (sitting.Shared.SignedOn, sitting.Shared.Stays[0].FirstDay) = ("20200231", "20200401");

        Assert.Equal(["Shared.SignedOn", "Shared.Stays[0].FirstDay"], Read(sitting).Faults.Select(fault => fault.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_stay_older_than_the_infant_is_told_at_the_infants_form()
    {
        var fault = Assert.Single(Read(Sitting(0, FourGenerations.Infant)).Faults);

        Assert.Equal(("People[1].Form.Stays[0].FirstDay", "马小军：" + DeclarationRules.StayAfterBirth.Sentence), fault);
    }

    [Fact]
    public void A_child_as_its_own_guardian_or_without_one_is_told_at_its_form()
    {
        var sitting = Sitting(0, FourGenerations.Granddaughter);
        sitting.Shared.GuardianName = "马小兰";
        Assert.Equal([("People[1].Form.GuardianName", "马小兰：" + DeclarationRules.GuardianIsAnother.Sentence)], Read(sitting).Faults);

        sitting.Shared.GuardianName = "";
        Assert.Equal([("People[1].Form.GuardianName", "马小兰：" + DeclarationRules.GuardianUnderFourteen.Sentence)], Read(sitting).Faults);
    }

    [Fact]
    public void The_places_are_those_of_the_page_whoever_is_left_out()
    {
        var sitting = Sitting(0, 1, 0);
        sitting.People[1].IsLeftOut = true;
        sitting.People.Insert(0, new());

        var parser = Read(sitting);

        Assert.Equal([1, 3], parser.Forms.Select(form => form.Place));
        Assert.Equal([("People[3].Form.DocumentNumber", "马建国：" + SittingRules.OneFormEach.Sentence + "马建国。")], parser.Faults);
    }

    [Fact]
    public void Nobody_is_nobody() => Assert.Equal([("", SittingRules.SomebodyDeclares.Sentence)], Read(new()).Faults);

    private static SittingParser Read(HouseholdInput sitting) => SittingParser.Of(sitting, LawfulCase.Pack.Pass, LawfulCase.Today);

    private static HouseholdInput Sitting(params int[] people) => new()
    {
        Shared = new()
        {
            Stays = [new() { Address = "样例社区3组12号", FirstDay = "20190101" }, new()],
            DomicileAddress = "样例社区3组12号", Phone = "13800000012", PhoneOwner = PhoneOwner.Family,
            TravelScope = TravelScope.WithinProvince, Province = "宁夏回族自治区", City = "吴忠市", TravelOn = "20200306", Transport = Transport.OwnCar,
            SignedOn = "20200305", GuardianName = "马志强", GuardianRelation = "父亲",
        },
        People = [.. people.Select(place => new SittingPersonInput { SameDomicile = true, Form = Form(place) })],
    };

    private static DeclarationInput Form(int place)
    {
        var form = DeclarationInput.Of(LawfulCase.Form with { Person = FourGenerations.At(place) }, $"form-{place}");
        (form.Stays, form.DomicileAddress, form.SignedOn) = ([], "", null);
        (form.TravelScope, form.Province, form.City, form.TravelOn, form.Transport) = (null, null, null, null, null);
        return form;
    }
}
