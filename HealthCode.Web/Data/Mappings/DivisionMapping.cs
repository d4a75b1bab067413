using HealthCode.Domain.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

public sealed class DivisionMapping : IEntityTypeConfiguration<Division>
{
    public void Configure(EntityTypeBuilder<Division> builder)
    {
        builder.NotAudited("comes with the program");
        builder.Retained("区划");
        builder.SharedByOffices();
        builder.HasKey(division => division.Code);
        builder.HasIndex(division => division.ParentCode);
    }
}
