using HealthCode.Domain.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

public sealed class OfficeMapping : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.HasKey(office => office.Code);
        builder.Ignore(office => office.FullAddress);
        builder.Ignore(office => office.ShortVillage);
        builder.Ignore(office => office.KeepsPapersUntil);
    }
}
